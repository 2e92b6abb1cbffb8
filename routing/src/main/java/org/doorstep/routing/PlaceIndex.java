package org.doorstep.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index of names in memory. Document {@code i} is entry {@code i} of the list it was made of.
 *
 * <p>Every word that is typed must be met by a word of the name, or of the settlement, which counts
 * less: by itself, as its beginning, or with one letter wrong. Safe for any number of threads.
 */
final class PlaceIndex {
  private static final String WORD = "word";
  private static final String IN = "in";
  private static final String WHOLE = "whole";
  private static final float EXACT = 4;
  private static final float PREFIX = 2.5f;
  private static final float TYPO = 1;
  private static final float OF_SETTLEMENT = 0.6f;
  private static final float WHOLE_NAME = 3;
  private static final int TYPO_LETTERS_MIN = 4;
  private static final int WORDS_MAX = 10;

  /** An entry to be indexed: its name, and the settlement it lies in, which may be empty. */
  record Entry(String name, String settlement) {}

  /** An entry that was found; the greater the score, the better. */
  record Match(int entry, double score) {}

  private final IndexSearcher searcher;

  PlaceIndex(List<Entry> entries) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(64))) {
        for (Entry entry : entries) {
          writer.addDocument(document(entry));
        }
        // One segment keeps the numbers of documents those of the entries.
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("The index of places lies in memory and cannot fail.", e);
    }
  }

  List<Match> find(String text, int most) {
    List<String> words = PlaceWords.of(text);
    if (words.isEmpty()) {
      return List.of();
    }
    try {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (String word : words.subList(0, Math.min(WORDS_MAX, words.size()))) {
        query.add(anyOf(word), Occur.MUST);
      }
      query.add(scored(new TermQuery(whole(words)), WHOLE_NAME), Occur.SHOULD);
      List<Match> matches = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
        matches.add(new Match(hit.doc, hit.score));
      }
      return matches;
    } catch (IOException e) {
      throw new UncheckedIOException("The index of places lies in memory and cannot fail.", e);
    }
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    for (String word : PlaceWords.toIndex(entry.name)) {
      document.add(new StringField(WORD, word, Store.NO));
    }
    for (String word : PlaceWords.toIndex(entry.settlement)) {
      document.add(new StringField(IN, word, Store.NO));
    }
    document.add(new StringField(WHOLE, whole(PlaceWords.of(entry.name)).text(), Store.NO));
    return document;
  }

  private static Term whole(List<String> words) {
    List<String> full = words.stream().map(w -> last(PlaceWords.meanings(w))).toList();
    return new Term(WHOLE, String.join(" ", full));
  }

  private static String last(List<String> meanings) {
    // The second meaning is the usual one: "st" is a street before it is a saint.
    return meanings.get(Math.min(1, meanings.size() - 1));
  }

  private static Query anyOf(String typed) {
    List<Query> ways = new ArrayList<>();
    for (String word : PlaceWords.meanings(typed)) {
      ways.addAll(waysToMeet(WORD, word, 1));
      ways.addAll(waysToMeet(IN, word, OF_SETTLEMENT));
    }
    if (typed.equals("near") || typed.equals("nr")) {
      ways.add(scored(new MatchAllDocsQuery(), 0));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static List<Query> waysToMeet(String field, String word, float weight) {
    Term term = new Term(field, word);
    List<Query> ways = new ArrayList<>();
    ways.add(scored(new TermQuery(term), EXACT * weight));
    ways.add(scored(new PrefixQuery(term), PREFIX * weight));
    if (word.length() >= TYPO_LETTERS_MIN) {
      ways.add(scored(new FuzzyQuery(term, 1), TYPO * weight));
    }
    return ways;
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
