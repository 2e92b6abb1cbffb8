package org.doorstep.dispatch.shell.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.LoadLevelling;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.shell.database.Lookout;

/**
 * The newest word of each service, in memory: whoever ranks destinations reads no database.
 *
 * <p>It follows the table: what is said through this node counts when the call returns, what is
 * said through others within a second. While the database is away the words last read stay, and
 * grow old as all words do. Thread-safe; all but {@link #view} block.
 */
public final class ServiceBook implements AutoCloseable {
  /** No word is believed for longer, whatever is said of it. */
  private static final Duration KEPT = Duration.ofHours(26);

  private final ServiceWordStore store;
  private final InstantSource clock;
  private final Lookout lookout;

  // Guarded by this.
  private final Map<ServiceId, ServiceWord> words = new TreeMap<>();
  private final Map<ServiceId, QueueWord> queues = new TreeMap<>();

  // Replaced as a whole; read by any thread.
  private volatile View view = new View(0, List.of(), List.of(), Optional.empty());

  /**
   * What is known.
   *
   * @param number greater after each change
   * @param words by service, at most one each; too old ones may be among them
   * @param queues by service, at most one each; too old ones may be among them
   * @param levelling as last switched; empty where it never was
   */
  public record View(
      long number,
      List<ServiceWord> words,
      List<QueueWord> queues,
      Optional<LoadLevelling> levelling) {
    public View {
      words = List.copyOf(words);
      queues = List.copyOf(queues);
    }

    /** The word of a service on its room. */
    public Optional<ServiceWord> findWord(ServiceId service) {
      return words.stream().filter(each -> each.service().equals(service)).findFirst();
    }

    /** The word of a hospital on its door. */
    public Optional<QueueWord> findQueue(ServiceId service) {
      return queues.stream().filter(each -> each.service().equals(service)).findFirst();
    }
  }

  /** A book that has not looked yet. */
  public ServiceBook(ServiceWordStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.lookout =
        new Lookout(
            "service-book",
            this::look,
            "What services say cannot be read just now; their last words grow old.");
  }

  /**
   * Reads once, and from then on by itself.
   *
   * @throws TelemetryFault if it cannot be read
   */
  public void start() {
    look();
    lookout.start();
  }

  /** What is known; never blocks. */
  public View view() {
    return view;
  }

  /** Takes a word on room. */
  public void say(ServiceWord word) {
    store.add(word);
    look();
  }

  /** Takes a word on a door. */
  public void say(QueueWord word) {
    store.add(word);
    look();
  }

  /** Switches load-levelling. */
  public void say(LoadLevelling levelling) {
    store.add(levelling);
    look();
  }

  /**
   * Looks whether anything was said.
   *
   * @throws TelemetryFault if it cannot be read
   */
  public synchronized void look() {
    if (store.number() == view.number()) {
      return;
    }
    Instant since = clock.instant().minus(KEPT);
    ServiceWordStore.Page page = store.read(view.number(), since);
    page.words().forEach(word -> words.put(word.service(), word));
    page.queues().forEach(word -> queues.put(word.service(), word));
    List<LoadLevelling> switches = page.switches();
    Optional<LoadLevelling> levelling =
        switches.isEmpty() ? view.levelling() : Optional.of(switches.get(switches.size() - 1));
    view =
        new View(
            page.number(), List.copyOf(words.values()), List.copyOf(queues.values()), levelling);
  }

  @Override
  public void close() {
    lookout.close();
  }
}
