package app.focusly.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.server.testing.planted.Violations;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the house, and that each would notice who breaks it.
class ArchitectureTest {
  private static final String[] WITHOUT_IO = {
    "app.focusly.engineio..",
    "app.focusly.socketio..",
    "app.focusly.peerjs..",
    "app.focusly.yjs..",
    "app.focusly.room.."
  };

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("app.focusly");

  private static final String PLANTED = Violations.class.getPackageName();
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.withoutIo(WITHOUT_IO),
        HouseRules.withoutClock(WITHOUT_IO),
        HouseRules.withoutRandomness(WITHOUT_IO),
        HouseRules.dependingOn("app.focusly.engineio.."),
        HouseRules.dependingOn("app.focusly.yjs.."),
        HouseRules.dependingOn("app.focusly.peerjs..", "com.fasterxml.jackson.."),
        HouseRules.dependingOn("app.focusly.room..", "com.fasterxml.jackson.."),
        HouseRules.dependingOn(
            "app.focusly.socketio..", "app.focusly.engineio..", "com.fasterxml.jackson.."),
        HouseRules.withoutServer("app.focusly.testkit.."),
        HouseRules.namedForWhatTheyAre("app.focusly.."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourCodeKeeps(ArchRule rule) {
    rule.check(OURS);
  }

  @Test
  void inTheServerOnlyTheMainClassReadsAClock() {
    HouseRules.withoutClock("app.focusly.server..").check(OURS.that(isNot("Main")));
  }

  private static DescribedPredicate<JavaClass> isNot(String name) {
    return DescribedPredicate.describe("not " + name, type -> !type.getSimpleName().equals(name));
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Arguments.of("Network", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Files", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Paths", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Threads", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Executors", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Logs", HouseRules.withoutIo(PLANTED)),
        Arguments.of("Clocks", HouseRules.withoutClock(PLANTED)),
        Arguments.of("WallClock", HouseRules.withoutClock(PLANTED)),
        Arguments.of("WallClockByReference", HouseRules.withoutClock(PLANTED)),
        Arguments.of("Millis", HouseRules.withoutClock(PLANTED)),
        Arguments.of("Nanos", HouseRules.withoutClock(PLANTED)),
        Arguments.of("Dice", HouseRules.withoutRandomness(PLANTED)),
        Arguments.of("Randoms", HouseRules.withoutRandomness(PLANTED)),
        Arguments.of("SecureRandoms", HouseRules.withoutRandomness(PLANTED)),
        Arguments.of("Uuids", HouseRules.withoutRandomness(PLANTED)),
        Arguments.of("Foreign", HouseRules.dependingOn(PLANTED)),
        Arguments.of("Server", HouseRules.withoutServer(PLANTED)),
        Arguments.of("ThingManager", HouseRules.namedForWhatTheyAre(PLANTED)));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aViolationIsNoticed(String violation, ArchRule rule) {
    FailureReport report = rule.evaluate(VIOLATIONS).getFailureReport();
    assertThat(report.getDetails()).anyMatch(detail -> detail.contains("$" + violation));
  }
}
