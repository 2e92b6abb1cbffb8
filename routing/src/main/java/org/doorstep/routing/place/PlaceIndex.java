package org.doorstep.routing.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.doorstep.routing.GeoPoint;

/**
 * An index of names in memory. Document {@code i} is the entry that was added as number {@code i}.
 *
 * <p>Better matches come first, then settlements and parts of towns, then what is nearer, among all
 * that match and however many they are. Safe for any number of threads.
 */
final class PlaceIndex {
  private static final String RANK = "rank";
  private static final String AT = "at";
  private static final int BUFFER_MEGABYTES = 64;

  private final IndexSearcher searcher;

  private PlaceIndex(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The numbers of the entries that are met, the best first. */
  List<Integer> find(PlaceQuery query, int most, GeoPoint near) {
    Sort order =
        new Sort(
            SortField.FIELD_SCORE,
            new SortField(RANK, SortField.Type.INT),
            LatLonDocValuesField.newDistanceSort(AT, near.lat(), near.lon()),
            SortField.FIELD_DOC);
    try {
      List<Integer> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.toLucene(), most, order).scoreDocs) {
        found.add(hit.doc);
      }
      return found;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Whether a word is part of any name as it was typed. */
  boolean knows(String word) {
    try {
      for (String meaning : PlaceWords.meanings(word)) {
        if (searcher.getIndexReader().docFreq(new Term(PlaceQuery.ANY, meaning)) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("The index of places lies in memory and cannot fail.", e);
  }

  /** Takes entries in turn; one thread. */
  static final class Builder {
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;

    /** The same streets and settlements are said again and again. */
    private final Map<String, List<String>> cuts = new HashMap<>();

    Builder() {
      // Only neighbours are merged, so that documents keep the order of the entries.
      IndexWriterConfig config =
          new IndexWriterConfig()
              .setRAMBufferSizeMB(BUFFER_MEGABYTES)
              .setMergePolicy(new LogDocMergePolicy())
              .setMergeScheduler(new SerialMergeScheduler());
      try {
        writer = new IndexWriter(directory, config);
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    void add(Entry entry) {
      try {
        writer.addDocument(document(entry));
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    PlaceIndex build() {
      try (writer) {
        writer.forceMerge(1);
        writer.commit();
        return new PlaceIndex(new IndexSearcher(DirectoryReader.open(directory)));
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    private Document document(Entry entry) {
      Document document = new Document();
      boolean junction = entry.found().kind() == Found.Kind.JUNCTION;
      Set<String> name = words(junction ? List.of() : entry.names());
      // Whoever types one road and a town wants the road, so that its crossings say it for less.
      Set<String> also = words(junction ? entry.names() : List.of());
      also.addAll(words(entry.also()));
      Set<String> in = words(entry.in());
      name.forEach(word -> put(document, PlaceQuery.WORD, word));
      also.forEach(word -> put(document, PlaceQuery.ALSO, word));
      in.forEach(word -> put(document, PlaceQuery.IN, word));
      Stream.of(name, also, in)
          .flatMap(Set::stream)
          .distinct()
          .forEach(word -> put(document, PlaceQuery.ANY, word));
      entry.numbers().forEach(number -> put(document, PlaceQuery.NUMBER, number));
      wholes(entry).forEach(whole -> put(document, PlaceQuery.WHOLE, whole));
      Found found = entry.found();
      if (!entry.numbers().isEmpty()) {
        put(document, PlaceQuery.KIND, PlaceQuery.HOUSES);
      } else if (junction) {
        put(document, PlaceQuery.KIND, PlaceQuery.OF_JUNCTION);
      }
      document.add(new NumericDocValuesField(RANK, rank(found.kind())));
      document.add(new LatLonDocValuesField(AT, found.at().lat(), found.at().lon()));
      return document;
    }

    private List<String> cut(String text) {
      return cuts.computeIfAbsent(text, PlaceWords::of);
    }

    private static void put(Document document, String field, String word) {
      document.add(new StringField(field, word, Store.NO));
    }

    private Set<String> words(List<String> texts) {
      Set<String> words = new LinkedHashSet<>();
      texts.forEach(text -> words.addAll(PlaceWords.toIndex(cut(text))));
      return words;
    }

    /** Each name alone, and with each place it lies in. */
    private Set<String> wholes(Entry entry) {
      Set<String> names = new LinkedHashSet<>();
      entry.names().forEach(name -> names.add(PlaceWords.whole(cut(name))));
      Set<String> wholes = new LinkedHashSet<>(names);
      for (String in : entry.in()) {
        String place = PlaceWords.whole(cut(in));
        names.forEach(name -> wholes.add(name + " " + place));
      }
      return wholes;
    }

    private static int rank(Found.Kind kind) {
      return switch (kind) {
        case SETTLEMENT -> 0;
        case SUBURB -> 1;
        default -> 2;
      };
    }
  }
}
