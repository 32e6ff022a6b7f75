package org.supportpolicy.author;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a tree: read with an XML parser, which refuses what is not closed, nested or escaped as it must be. */
final class BookDocument {

    private final Document document;

    BookDocument(String page) {
        try {
            String closed = page.replaceAll("<(meta|link) ([^>]*)>", "<$1 $2/>");
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(closed)));
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

    /** The text of the one thing that a path finds, cells and items set apart, on one line. */
    String text(String path) {
        return String.join(" ", all(path + (path.contains("@") && !path.endsWith("]") ? "" : "/descendant-or-self::*/text()"))).replaceAll("\\s+", " ").strip();
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
            return (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
