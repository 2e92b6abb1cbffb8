package org.doorstep.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.simulator.fault.FaultyDay.Pace;

/** Errors that a shell could have, each in one step; the judge must find every one. */
enum PlantedFault {
  /** Any number can be written, whoever was first. */
  NO_FENCE {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        boolean isFree(Batch batch, long first, long head) {
          return true;
        }
      };
    }
  },
  /** What is refused is answered without a look whether others have written. */
  REFUSES_FROM_THE_PAST {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        boolean isFree(Batch batch, long first, long head) {
          return batch.events().isEmpty() || super.isFree(batch, first, head);
        }
      };
    }
  },
  /** Whoever asks is answered as soon as it is decided. */
  REPLY_BEFORE_COMMIT {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<Reply> toldWhenDecided(int node, Batch batch) {
          return batch.replies();
        }
      };
    }
  },
  /** Nobody remembers which commands were done. */
  NO_IDEMPOTENCY {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<Reply> repliesToKeep(Batch batch) {
          return List.of();
        }
      };
    }
  },
  /** Each node knows only what it has answered itself, since it was started. */
  DEDUPLICATES_PER_NODE_ONLY {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        private final Map<Integer, TreeSet<UUID>> decided = new TreeMap<>();

        @Override
        List<Reply> toldWhenDecided(int node, Batch batch) {
          TreeSet<UUID> own = decided.computeIfAbsent(node, number -> new TreeSet<>());
          batch.replies().forEach(reply -> own.add(reply.command().value()));
          return List.of();
        }

        @Override
        Optional<Reply> findReply(SharedLog log, int node, CommandId command) {
          return decided.getOrDefault(node, new TreeSet<>()).contains(command.value())
              ? super.findReply(log, node, command)
              : Optional.empty();
        }

        @Override
        boolean isAnswered(SharedLog log, Reply reply) {
          return false;
        }
      };
    }
  },
  /** An owner in a quiet area does not look whether another has written. */
  KEEPS_STALE_ENGINE {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        boolean isOvertaken(long logHead, long ownHead) {
          return false;
        }
      };
    }

    @Override
    FaultyDay run(long seed) {
      return FaultyDay.run(seed, Pace.QUIET, FaultyDay.FLAPPING, steps());
    }
  },
  /** Nobody looks what is late. */
  NO_SWEEPER {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        boolean sweeps() {
          return false;
        }
      };
    }
  },
  /** Orders that a dead node had not given are not given by the next. */
  FORGETS_OBLIGATIONS {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<Effect> owedByRecovered(AreaEngine engine) {
          return List.of();
        }
      };
    }
  },
  /** An append without an answer is told as a refusal. */
  UNKNOWN_MEANS_FAILED {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<Reply> toldWhenUnknown(Batch batch) {
          return batch.replies().stream()
              .map(
                  reply ->
                      new Reply(
                          reply.command(),
                          reply.sequence(),
                          reply.at(),
                          Optional.empty(),
                          Optional.of(Rejection.SEEN_STATE_OUTDATED)))
              .toList();
        }
      };
    }
  },
  /** The engine goes on from what it decided, although it was not written. */
  ENGINE_KEPT_AFTER_FAILED_APPEND {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        boolean dropsEngine() {
          return false;
        }
      };
    }
  },
  /** Of an append that fails, the first half is written. */
  TORN_BATCH {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<LoggedEvent> leftOfFailed(Batch batch) {
          return batch.events().subList(0, (batch.events().size() + 1) / 2);
        }
      };
    }
  },
  /** Recovery takes the last snapshot for the present, and counts on from the end of the log. */
  RECOVERS_FROM_OLD_SNAPSHOT {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        AreaState recover(SharedLog log) {
          AreaSnapshot old = log.snapshot();
          return new AreaState(
              new AreaSnapshot(old.area(), log.head(), old.at(), old.nextIncident(), old.open()));
        }
      };
    }
  },
  /** Events carry the time of whichever node has written them. */
  RAW_CLOCK {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        LoggedEvent timed(LoggedEvent event, Instant nodeNow) {
          return new LoggedEvent(
              event.area(),
              event.sequence(),
              nodeNow,
              event.actor(),
              event.command(),
              event.event());
        }
      };
    }
  },
  /** An owner that was overtaken writes the units it had sent after the events of the other. */
  ASSIGNS_WITHOUT_DECIDING {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        Optional<Batch> insteadOfDeciding(SharedLog log, Batch fenced) {
          return Optional.of(behind(log, fenced)).filter(batch -> !batch.events().isEmpty());
        }
      };
    }
  },
  /** A node that dies tells those who wait that all is done. */
  LOSES_QUEUE_SILENTLY {
    @Override
    ShellSteps steps() {
      return new ShellSteps() {
        @Override
        List<Reply> toldWhenDying(SharedLog log, List<Command> waiting) {
          return waiting.stream()
              .map(
                  command ->
                      new Reply(
                          command.head().id(),
                          log.head(),
                          command.head().at(),
                          Optional.empty(),
                          Optional.empty()))
              .toList();
        }
      };
    }
  };

  /** A shell with this error, for one run. */
  abstract ShellSteps steps();

  /** A day with this error. */
  FaultyDay run(long seed) {
    return FaultyDay.run(seed, Pace.BUSY, FaultPlan.STORM, steps());
  }

  /** The same units sent under the numbers that follow, but for what was answered meanwhile. */
  private static Batch behind(SharedLog log, Batch fenced) {
    List<Reply> left =
        fenced.replies().stream()
            .filter(reply -> log.findReply(reply.command()).isEmpty())
            .toList();
    Instant last =
        log.events().isEmpty() ? Instant.EPOCH : log.events().get(log.events().size() - 1).at();
    List<LoggedEvent> events = new ArrayList<>();
    List<Reply> replies = new ArrayList<>();
    for (Reply reply : left) {
      for (LoggedEvent event : fenced.events()) {
        if (event.command().equals(reply.command()) && event.event() instanceof UnitAssigned) {
          events.add(
              new LoggedEvent(
                  event.area(),
                  log.head() + events.size() + 1,
                  event.at().isBefore(last) ? last : event.at(),
                  event.actor(),
                  event.command(),
                  event.event()));
        }
      }
      if (events.size() == replies.size()) {
        continue;
      }
      replies.add(
          new Reply(
              reply.command(),
              log.head() + events.size(),
              reply.at(),
              reply.incident(),
              reply.rejection()));
    }
    return new Batch(events, replies);
  }
}
