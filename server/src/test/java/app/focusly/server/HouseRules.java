package app.focusly.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The rules that our code keeps, each for the packages that it is asked for.
final class HouseRules {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.ZonedDateTime.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalDate.now");

  private static final Set<String> DICE =
      Set.of("java.lang.Math.random", "java.util.UUID.randomUUID");

  private HouseRules() {}

  /// No sockets, files, threads or loggers.
  static ArchRule withoutIo(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "java.util.concurrent",
                    "java.util.concurrent.locks",
                    "java.util.logging..",
                    "org.slf4j..",
                    "io.netty..",
                    "io.vertx..")
                .or(assignableTo(Thread.class))
                .or(describe("are files", type -> type.getName().startsWith("java.io.File"))))
        .because("protocols and the room are values: bytes and a time in, values out");
  }

  /// Time comes in as an argument.
  static ArchRule withoutClock(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(names(CLOCKS))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .because("with a clock of its own nothing can be tested in another time: pass the time in");
  }

  /// Chance comes in as an argument, such as a `Supplier` of ids.
  static ArchRule withoutRandomness(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(names(DICE))
        .orShould()
        .dependOnClassesThat(
            assignableTo("java.util.Random").or(assignableTo("java.util.SplittableRandom")))
        .because("with dice of its own nothing happens twice: pass a RandomGenerator or ids in");
  }

  /// Only these packages and the JDK.
  static ArchRule dependingOn(String of, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(of)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", of).or(resideInAnyPackage(allowed)))
        .because("the direction of dependence is the architecture");
  }

  static ArchRule withoutServer(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.focusly.server")
        .because("the server depends on everything, and nothing on the server");
  }

  /// Names that say nothing.
  static ArchRule namedForWhatTheyAre(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveNameMatching(".*[.$](Abstract|Base)[A-Z][A-Za-z]*")
        .orShould()
        .haveNameMatching(".*(Manager|Helper|Utils?)")
        .because("a name says what a thing is");
  }

  private static DescribedPredicate<JavaAccess<?>> names(Set<String> methods) {
    return describe(
        "is one of " + methods,
        call -> methods.contains(owner(call) + "." + call.getTarget().getName()));
  }

  private static String owner(JavaAccess<?> call) {
    JavaClass owner = call.getTargetOwner();
    return owner.getName();
  }
}
