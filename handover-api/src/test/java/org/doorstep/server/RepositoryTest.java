package org.doorstep.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEATURE: the repository keeps to its own rules: sizes, names, words, packages, dead files. */
class RepositoryTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 40;
  private static final Set<String> TOP_LEVEL =
      Set.of("pom.xml", "dispatch-core", "routing", "handover-api", "simulator", "README.md");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          "(?:class|interface|record|enum) (\\w*(?:Manager|Helper|Utils?|Impl)|(?:Base|Default)[A-Z]\\w*)\\b");
  private static final Pattern OPEN_END =
      Pattern.compile("\\b(TODO|FIXME|XXX)\\b|not implemented|@Disabled|assumeTrue\\(false");
  private static final Pattern SLEEP =
      Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");

  @Test
  void topLevel_holdsTheAgreedNamesOnly() throws IOException {
    try (Stream<Path> entries = Files.list(Repository.ROOT)) {
      List<String> names =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .filter(name -> !name.startsWith("doorstep-"))
              .sorted()
              .toList();
      assertThat(names).hasSameElementsAs(TOP_LEVEL);
    }
  }

  @Test
  void files_areShort() {
    List<String> tooLong = new ArrayList<>();
    for (String ending : List.of(".java", ".js", ".css", ".sql")) {
      for (Path file : Repository.files(ending)) {
        long lines = Repository.read(file).lines().count();
        if (lines > FILE_LINES_MAX) {
          tooLong.add("%s has %d lines".formatted(Repository.name(file), lines));
        }
      }
    }
    assertThat(tooLong).as("At most %d lines.", FILE_LINES_MAX).isEmpty();
  }

  @Test
  void methods_areShort() throws IOException {
    assertThat(longMethods(Repository.files(".java")))
        .as("At most %d lines.", METHOD_LINES_MAX)
        .isEmpty();
  }

  @Test
  void typeNames_sayWhatTheThingIs() {
    assertThat(matches(Repository.files(".java"), EMPTY_NAME, "RepositoryTest.java")).isEmpty();
  }

  @Test
  void nothing_isLeftForLater() {
    List<Path> sources = new ArrayList<>(Repository.files(".java"));
    sources.addAll(Repository.files(".js"));
    assertThat(matches(sources, OPEN_END, "RepositoryTest.java")).isEmpty();
  }

  @Test
  void tests_doNotSleepForLuck() {
    List<Path> tests =
        Repository.files(".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .toList();
    assertThat(matches(tests, SLEEP, "RepositoryTest.java")).isEmpty();
  }

  @Test
  void packages_haveAPurposeInASentence() {
    Set<Path> folders = new TreeSet<>();
    Repository.files(".java").forEach(file -> folders.add(file.getParent()));
    List<String> without = new ArrayList<>();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      boolean good =
          Files.isRegularFile(info)
              && Repository.read(info).startsWith("/**")
              && Repository.read(info).contains("@NullMarked");
      if (!good) {
        without.add(Repository.name(folder));
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void modules_recordTheirDecisions() {
    for (String module : List.of("dispatch-core", "routing", "handover-api", "simulator")) {
      assertThat(Repository.ROOT.resolve(module).resolve("DECISIONS.md")).isNotEmptyFile();
    }
  }

  @Test
  void dependencies_haveOneLineOnWhy() {
    List<String> without = new ArrayList<>();
    for (Path pom : Repository.files("pom.xml")) {
      String text = Repository.read(pom);
      int from = text.lastIndexOf("</dependencyManagement>");
      List<String> lines = text.substring(Math.max(0, from)).lines().toList();
      for (int i = 1; i < lines.size(); i++) {
        boolean ours = i + 1 < lines.size() && lines.get(i + 1).contains("org.junit.jupiter");
        boolean assertions = i + 1 < lines.size() && lines.get(i + 1).contains("org.assertj");
        if (lines.get(i).strip().equals("<dependency>")
            && !lines.get(i - 1).contains("-->")
            && !ours
            && !assertions) {
          without.add(Repository.name(pom) + ": " + lines.get(i + 2).strip());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void screenFiles_areAllUsed() {
    List<Path> screens =
        Repository.all().stream().filter(file -> file.toString().contains("/screens/")).toList();
    List<String> unused = new ArrayList<>();
    for (Path file : screens) {
      String name = file.getFileName().toString();
      boolean used =
          name.endsWith(".html")
              || screens.stream()
                  .filter(other -> !other.equals(file))
                  .anyMatch(other -> Repository.read(other).contains(name));
      if (!used) {
        unused.add(Repository.name(file));
      }
    }
    assertThat(unused).isEmpty();
  }

  private static List<String> matches(List<Path> files, Pattern pattern, String except) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      if (file.endsWith(except)) {
        continue;
      }
      pattern
          .matcher(Repository.read(file))
          .results()
          .forEach(match -> found.add(Repository.name(file) + ": " + match.group()));
    }
    return found;
  }

  private static List<String> longMethods(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager sources = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  sources,
                  null,
                  List.of("-proc:none"),
                  null,
                  sources.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<String> found = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLengths(unit, positions, found).scan(unit, null);
      }
      return found;
    }
  }

  /** Finds the methods of one file that are too long, from signature to closing brace. */
  private static final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long begin = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long end = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        if (end - begin - 1 > METHOD_LINES_MAX) {
          found.add(
              "%s#%s has %d lines"
                  .formatted(unit.getSourceFile().getName(), method.getName(), end - begin - 1));
        }
      }
      return super.visitMethod(method, null);
    }
  }
}
