package org.doorstep.handover.paper;

import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a document: which lines are a heading and which one paragraph, so that it can be
 * read aloud in order. Pages are begun and ended one after the other.
 */
final class Tags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole = new PDStructureElement("Document", root);
  private final Map<Integer, PDStructureElement> elements = new TreeMap<>();
  private final Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
  private COSArray ofPage = new COSArray();
  private @Nullable PDPage page;

  Tags(PDDocument document, String language) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    catalog.setLanguage(language);
    PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
    shown.setDisplayDocTitle(true);
    catalog.setViewerPreferences(shown);
    root.appendKid(whole);
    catalog.setStructureTreeRoot(root);
  }

  void begin(PDPage next) {
    page = next;
    ofPage = new COSArray();
    next.setStructParents(parents.size());
  }

  /**
   * The mark of the next piece of content of the page.
   *
   * @param block pieces of one number are one element, over the end of a page too
   */
  PDPropertyList next(int block, String tag) {
    PDStructureElement element =
        elements.computeIfAbsent(
            block,
            unknown -> {
              PDStructureElement made = new PDStructureElement(tag, whole);
              whole.appendKid(made);
              return made;
            });
    int number = ofPage.size();
    PDMarkedContentReference piece = new PDMarkedContentReference();
    piece.setMCID(number);
    piece.setPage(page);
    element.appendKid(piece);
    ofPage.add(element.getCOSObject());
    COSDictionary mark = new COSDictionary();
    mark.setInt(COSName.MCID, number);
    return PDPropertyList.create(mark);
  }

  void end() {
    parents.put(parents.size(), new PDParentTreeValue(ofPage));
  }

  void finish() {
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(parents.size());
  }
}
