package org.supportpolicy.internal.own;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_RECORD;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.TypeDescriptor;
import java.lang.runtime.ObjectMethods;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypeReference;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.FreeText;
import org.supportpolicy.fact.OwnComponents;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.Range;
import org.supportpolicy.finding.AtMostOne;
import org.supportpolicy.finding.OwnFinding;

/** Makes classes of declarations: a record of each fact, finding and part, an enum of each choice. Not thread-safe. */
final class ClassMaker {

    private static final String RECORD = Type.getInternalName(Record.class);
    private static final Handle OBJECT_METHODS = new Handle(Opcodes.H_INVOKESTATIC, Type.getInternalName(ObjectMethods.class), "bootstrap",
            MethodType.methodType(Object.class, MethodHandles.Lookup.class, String.class, TypeDescriptor.class, Class.class,
                    String.class, MethodHandle[].class).toMethodDescriptorString(), false);
    private static final String TEXT = Type.getDescriptor(String.class);

    /** Where the classes live; they go when nothing of them is used any more. */
    private static final class Home extends ClassLoader {

        private final Map<String, byte[]> code;
        /** What the classes belong to, which stays for as long as one of them is used. */
        private @Nullable OwnTypes owner;

        Home(Map<String, byte[]> code) {
            super("policy", ClassMaker.class.getClassLoader());
            this.code = code;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] found = code.get(name);
            if (found == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, found, 0, found.length);
        }
    }

    private final String home;

    private ClassMaker(String home) {
        this.home = home;
    }

    /**
     * Makes them.
     *
     * @param home their package
     * @param whole makes the whole of the classes by their names without the package, in the order of the declarations
     * @return that, which stays for as long as one of the classes is used
     */
    static OwnTypes make(String home, List<OwnType> types, Function<Map<String, Class<?>>, OwnTypes> whole) {
        ClassMaker maker = new ClassMaker(home);
        Home loader = new Home(types.stream().collect(Collectors.toMap(type -> home + "." + type.name(), maker::code)));
        Map<String, Class<?>> made = new LinkedHashMap<>();
        try {
            for (OwnType type : types) {
                made.put(type.name(), Class.forName(home + "." + type.name(), true, loader));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        loader.owner = whole.apply(made);
        return loader.owner;
    }

    private byte[] code(OwnType type) {
        return type.kind() == OwnType.Kind.CHOICE ? choice(type) : record(type);
    }

    private String internal(OwnType type) {
        return (home + "." + type.name()).replace('.', '/');
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }

    private static String descriptor(String name) {
        return "L" + internal(name) + ";";
    }

    private static void spoken(ClassWriter code, OwnType type) {
        AnnotationVisitor spoken = code.visitAnnotation(Type.getDescriptor(Spoken.class), true);
        texts(spoken, "english", type.words().english());
        texts(spoken, "dutch", type.words().dutch());
        texts(spoken, "answerers", type.words().answerers());
        spoken.visitEnd();
    }

    private static void texts(AnnotationVisitor annotation, String name, List<String> texts) {
        AnnotationVisitor all = annotation.visitArray(name);
        texts.forEach(text -> all.visit(null, text));
        all.visitEnd();
    }

    // ---- records

    private byte[] record(OwnType type) {
        String own = internal(type);
        ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Class<?> is = type.kind() == OwnType.Kind.FACT ? OwnFact.class : type.kind() == OwnType.Kind.FINDING ? OwnFinding.class : null;
        code.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_RECORD, own, null, RECORD,
                is == null ? null : new String[] {Type.getInternalName(is)});
        spoken(code, type);
        if (type.none()) {
            code.visitAnnotation(Type.getDescriptor(AbsentMeansNone.class), true).visitEnd();
        }
        if (type.one()) {
            code.visitAnnotation(Type.getDescriptor(AtMostOne.class), true).visitEnd();
        }
        for (OwnType.Component component : type.components()) {
            component(code, type, component);
        }
        constructor(code, type);
        alike(code, type, "equals", "(" + descriptor(own) + "Ljava/lang/Object;)Z");
        alike(code, type, "hashCode", "(" + descriptor(own) + ")I");
        MethodVisitor said = code.visitMethod(ACC_PUBLIC | ACC_FINAL, "toString", "()" + TEXT, null, null);
        said.visitVarInsn(ALOAD, 0);
        said.visitMethodInsn(INVOKESTATIC, Type.getInternalName(OwnComponents.class), "said", "(L" + RECORD + ";)" + TEXT, false);
        end(said, ARETURN);
        code.visitEnd();
        return code.toByteArray();
    }

    private void component(ClassWriter code, OwnType type, OwnType.Component component) {
        String descriptor = descriptor(component.type());
        @Nullable String signature = component.element() == null ? null
                : "L" + internal(component.type()) + "<" + descriptor(component.element()) + ">;";
        RecordComponentVisitor record = code.visitRecordComponent(component.name(), descriptor, signature);
        if (type.kind() != OwnType.Kind.FINDING) {
            record.visitTypeAnnotation(TypeReference.newTypeReference(TypeReference.FIELD).getValue(), null,
                    Type.getDescriptor(Nullable.class), true).visitEnd();
        }
        if (component.isBounded()) {
            AnnotationVisitor range = record.visitAnnotation(Type.getDescriptor(Range.class), true);
            range.visit("from", component.from());
            range.visit("to", component.to());
            range.visitEnd();
        }
        if (component.none()) {
            record.visitAnnotation(Type.getDescriptor(AbsentMeansNone.class), true).visitEnd();
        }
        if (component.type().equals(String.class.getName())) {
            record.visitAnnotation(Type.getDescriptor(FreeText.class), true).visitEnd();
        }
        record.visitEnd();
        FieldVisitor field = code.visitField(ACC_PRIVATE | ACC_FINAL, component.name(), descriptor, signature, null);
        field.visitEnd();
        MethodVisitor accessor = code.visitMethod(ACC_PUBLIC, component.name(), "()" + descriptor,
                signature == null ? null : "()" + signature, null);
        accessor.visitVarInsn(ALOAD, 0);
        accessor.visitFieldInsn(GETFIELD, internal(type), component.name(), descriptor);
        end(accessor, ARETURN);
    }

    /** Holds what {@link OwnComponents#checked} makes of what is given. */
    private void constructor(ClassWriter code, OwnType type) {
        List<OwnType.Component> components = type.components();
        String all = components.stream().map(component -> descriptor(component.type())).collect(Collectors.joining("", "(", ")V"));
        MethodVisitor made = code.visitMethod(ACC_PUBLIC, "<init>", all, null, null);
        made.visitVarInsn(ALOAD, 0);
        made.visitMethodInsn(INVOKESPECIAL, RECORD, "<init>", "()V", false);
        made.visitLdcInsn(Type.getObjectType(internal(type)));
        made.visitLdcInsn(components.size());
        made.visitTypeInsn(ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < components.size(); i++) {
            made.visitInsn(DUP);
            made.visitLdcInsn(i);
            made.visitVarInsn(ALOAD, i + 1);
            made.visitInsn(AASTORE);
        }
        int held = components.size() + 1;
        made.visitMethodInsn(INVOKESTATIC, Type.getInternalName(OwnComponents.class), "checked",
                "(Ljava/lang/Class;[Ljava/lang/Object;)[Ljava/lang/Object;", false);
        made.visitVarInsn(ASTORE, held);
        for (int i = 0; i < components.size(); i++) {
            made.visitVarInsn(ALOAD, 0);
            made.visitVarInsn(ALOAD, held);
            made.visitLdcInsn(i);
            made.visitInsn(AALOAD);
            made.visitTypeInsn(CHECKCAST, internal(components.get(i).type()));
            made.visitFieldInsn(PUTFIELD, internal(type), components.get(i).name(), descriptor(components.get(i).type()));
        }
        end(made, RETURN);
    }

    /** A method as every record has it. */
    private void alike(ClassWriter code, OwnType type, String name, String descriptor) {
        MethodVisitor method = code.visitMethod(ACC_PUBLIC | ACC_FINAL, name,
                descriptor.replace(descriptor(internal(type)), ""), null, null);
        method.visitVarInsn(ALOAD, 0);
        if (name.equals("equals")) {
            method.visitVarInsn(ALOAD, 1);
        }
        Stream<Object> getters = type.components().stream().map(component -> new Handle(Opcodes.H_GETFIELD, internal(type),
                component.name(), descriptor(component.type()), false));
        String names = type.components().stream().map(OwnType.Component::name).collect(Collectors.joining(";"));
        method.visitInvokeDynamicInsn(name, descriptor, OBJECT_METHODS,
                Stream.concat(Stream.of(Type.getObjectType(internal(type)), names), getters).toArray());
        end(method, IRETURN);
    }

    private static void end(MethodVisitor method, int opcode) {
        method.visitInsn(opcode);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    // ---- choices

    private byte[] choice(OwnType type) {
        String own = internal(type);
        String one = descriptor(own);
        String many = "[" + one;
        ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        code.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_ENUM, own, "Ljava/lang/Enum<" + one + ">;", "java/lang/Enum", null);
        spoken(code, type);
        for (String constant : type.constants()) {
            code.visitField(ACC_PUBLIC | ACC_STATIC | ACC_FINAL | ACC_ENUM, constant, one, null, null).visitEnd();
        }
        code.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, "$VALUES", many, null, null).visitEnd();
        MethodVisitor made = code.visitMethod(ACC_PRIVATE, "<init>", "(" + TEXT + "I)V", null, null);
        made.visitVarInsn(ALOAD, 0);
        made.visitVarInsn(ALOAD, 1);
        made.visitVarInsn(ILOAD, 2);
        made.visitMethodInsn(INVOKESPECIAL, "java/lang/Enum", "<init>", "(" + TEXT + "I)V", false);
        end(made, RETURN);
        MethodVisitor values = code.visitMethod(ACC_PUBLIC | ACC_STATIC, "values", "()" + many, null, null);
        values.visitFieldInsn(GETSTATIC, own, "$VALUES", many);
        values.visitMethodInsn(INVOKEVIRTUAL, many, "clone", "()Ljava/lang/Object;", false);
        values.visitTypeInsn(CHECKCAST, many);
        end(values, ARETURN);
        MethodVisitor valueOf = code.visitMethod(ACC_PUBLIC | ACC_STATIC, "valueOf", "(" + TEXT + ")" + one, null, null);
        valueOf.visitLdcInsn(Type.getObjectType(own));
        valueOf.visitVarInsn(ALOAD, 0);
        valueOf.visitMethodInsn(INVOKESTATIC, "java/lang/Enum", "valueOf", "(Ljava/lang/Class;" + TEXT + ")Ljava/lang/Enum;", false);
        valueOf.visitTypeInsn(CHECKCAST, own);
        end(valueOf, ARETURN);
        constants(code.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null), own, type.constants());
        code.visitEnd();
        return code.toByteArray();
    }

    private static void constants(MethodVisitor begins, String own, List<String> constants) {
        begins.visitLdcInsn(constants.size());
        begins.visitTypeInsn(ANEWARRAY, own);
        for (int i = 0; i < constants.size(); i++) {
            begins.visitInsn(DUP);
            begins.visitLdcInsn(i);
            begins.visitTypeInsn(NEW, own);
            begins.visitInsn(DUP);
            begins.visitLdcInsn(constants.get(i));
            begins.visitLdcInsn(i);
            begins.visitMethodInsn(INVOKESPECIAL, own, "<init>", "(" + TEXT + "I)V", false);
            begins.visitInsn(DUP);
            begins.visitFieldInsn(PUTSTATIC, own, constants.get(i), descriptor(own));
            begins.visitInsn(AASTORE);
        }
        begins.visitFieldInsn(PUTSTATIC, own, "$VALUES", "[" + descriptor(own));
        end(begins, RETURN);
    }
}
