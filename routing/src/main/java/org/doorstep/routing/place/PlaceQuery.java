package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What was typed, as a question to the index.
 *
 * <p>Every word must be met: by a word of the name, or for less by its purpose or where it lies; by
 * itself, or for less as its beginning, or for least with one letter wrong. A whole name counts
 * more. Scores are constant, so that equal matches tie and the nearer comes first.
 *
 * @param words as typed, in order
 * @param doubted words that may have a letter wrong
 * @param oneMayMiss whether, of three words or more, one need not be met
 */
record PlaceQuery(List<String> words, Set<String> doubted, boolean oneMayMiss) {
  static final String WORD = "word";
  static final String ALSO = "also";
  static final String IN = "in";
  static final String ANY = "any";
  static final String NUMBER = "number";
  static final String WHOLE = "whole";
  static final String KIND = "kind";
  static final String HOUSES = "houses";
  static final String OF_JUNCTION = "junction";

  private static final float EXACT = 4;
  private static final float EXACT_ALSO = 3.6f;
  private static final float EXACT_IN = 2.4f;
  private static final float PREFIX = 2.5f;
  private static final float PREFIX_ANY = 1.5f;
  private static final float TYPO = 1;
  private static final float WHOLE_NAME = 3;
  private static final int TYPO_LETTERS_MIN = 4;
  private static final int PREFIX_LETTERS_MIN = 2;
  private static final int LENIENT_WORDS_MIN = 3;

  /** The question; words that say nothing count only where there are no others. */
  Query toLucene() {
    List<String> telling = words.stream().filter(word -> !ShortForms.isNoise(word)).toList();
    List<String> needed = telling.isEmpty() ? words : telling;
    boolean one = oneMayMiss && needed.size() >= LENIENT_WORDS_MIN;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : needed) {
      all.add(met(word, doubted.contains(word)), one ? Occur.SHOULD : Occur.MUST);
    }
    if (one) {
      all.setMinimumNumberShouldMatch(needed.size() - 1);
    }
    query.add(all.build(), Occur.MUST);
    if (words.stream().noneMatch(PlaceWords::isNumber)) {
      query.add(new TermQuery(new Term(KIND, HOUSES)), Occur.MUST_NOT);
    }
    if (words.stream().anyMatch(ShortForms::isOfJunctions)) {
      query.add(scored(new TermQuery(new Term(KIND, OF_JUNCTION)), WHOLE_NAME), Occur.SHOULD);
    }
    words.stream()
        .filter(word -> !needed.contains(word))
        .forEach(word -> query.add(exact(WORD, word, EXACT), Occur.SHOULD));
    query.add(exact(WHOLE, PlaceWords.whole(words), WHOLE_NAME), Occur.SHOULD);
    return query.build();
  }

  private static Query met(String typed, boolean typos) {
    List<Query> ways = new ArrayList<>();
    boolean number = PlaceWords.isNumber(typed);
    for (String word : PlaceWords.meanings(typed)) {
      ways.add(exact(WORD, word, EXACT));
      ways.add(exact(ALSO, word, EXACT_ALSO));
      ways.add(exact(IN, word, EXACT_IN));
      if (!number && word.length() >= PREFIX_LETTERS_MIN) {
        ways.add(scored(new PrefixQuery(new Term(WORD, word)), PREFIX));
        ways.add(scored(new PrefixQuery(new Term(ANY, word)), PREFIX_ANY));
      }
      if (typos
          && word.length() >= TYPO_LETTERS_MIN
          && word.chars().noneMatch(Character::isDigit)) {
        ways.add(scored(new FuzzyQuery(new Term(ANY, word), 1), TYPO));
      }
    }
    if (number) {
      ways.add(exact(NUMBER, typed, EXACT));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query exact(String field, String word, float score) {
    return scored(new TermQuery(new Term(field, word)), score);
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
