package org.supportpolicy.author;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a tree: read with an XML parser, which refuses what is not closed, nested or escaped as it must be. */
final class BookDocument {

    private static final XPath PATHS = XPathFactory.newInstance().newXPath();

    private final Node root;
    private final Map<String, Node> anchors;

    private BookDocument(Node root, Map<String, Node> anchors) {
        this.root = root;
        this.anchors = anchors;
    }

    BookDocument(String page) {
        this(parsed(page), new HashMap<>());
        NodeList marked = find("//*[@id]");
        for (int i = 0; i < marked.getLength(); i++) {
            anchors.put(((Element) marked.item(i)).getAttribute("id"), marked.item(i));
        }
    }

    /** What stands at an anchor; paths are followed from there. */
    BookDocument at(String anchor) {
        Node found = anchors.get(anchor);
        if (found == null) {
            throw new AssertionError("There is no anchor " + anchor);
        }
        return new BookDocument(found, anchors);
    }

    private static Document parsed(String page) {
        try {
            String closed = page.replaceAll("<(meta|link) ([^>]*)>", "<$1 $2/>");
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(closed)));
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The texts of what a path finds, each on one line. */
    List<String> all(String path) {
        NodeList found = find(path);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().replaceAll("\\s+", " ").strip());
        }
        return texts;
    }

    /** The texts of what a path finds, one after the other on one line. */
    String text(String path) {
        return String.join(" ", all(path));
    }

    /** The text of the one thing that a path finds, as it stands there. */
    String written(String path) {
        NodeList found = find(path);
        if (found.getLength() != 1) {
            throw new AssertionError(found.getLength() + " of " + path);
        }
        return found.item(0).getTextContent();
    }

    /** The names of its elements and attributes. */
    Set<String> elements() {
        Set<String> names = new TreeSet<>();
        for (String path : List.of("//*", "//@*")) {
            NodeList found = find(path);
            for (int i = 0; i < found.getLength(); i++) {
                names.add(found.item(i).getNodeName());
            }
        }
        return names;
    }

    private NodeList find(String path) {
        try {
            return (NodeList) PATHS.evaluate(path, root, XPathConstants.NODESET);
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
