package org.snapfleet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the design: each package may use those below it, never the other way. */
@AnalyzeClasses(packages = "org.snapfleet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrowsRunOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("check")
          .definedBy("org.snapfleet.check..")
          .layer("move")
          .definedBy("org.snapfleet.move..")
          .layer("web")
          .definedBy("org.snapfleet.web..")
          .layer("operations")
          .definedBy("org.snapfleet.operations..")
          .layer("traffic")
          .definedBy("org.snapfleet.traffic..")
          .layer("latency")
          .definedBy("org.snapfleet.latency..")
          .layer("photos")
          .definedBy("org.snapfleet.photos..")
          .layer("raffle")
          .definedBy("org.snapfleet.raffle..")
          .layer("accounts")
          .definedBy("org.snapfleet.accounts..")
          .layer("sessions")
          .definedBy("org.snapfleet.sessions..")
          .layer("cache")
          .definedBy("org.snapfleet.cache..")
          .layer("storage")
          .definedBy("org.snapfleet.storage..")
          .layer("memcached")
          .definedBy("org.snapfleet.memcached..")
          .layer("kinesis")
          .definedBy("org.snapfleet.kinesis..")
          .layer("redis")
          .definedBy("org.snapfleet.redis..")
          .layer("hazelcast")
          .definedBy("org.snapfleet.hazelcast..")
          .layer("images")
          .definedBy("org.snapfleet.images..")
          .layer("http")
          .definedBy("org.snapfleet.http..")
          .layer("mail")
          .definedBy("org.snapfleet.mail..")
          .layer("fleet")
          .definedBy("org.snapfleet.fleet..")
          .layer("edge")
          .definedBy("org.snapfleet.edge..")
          .whereLayer("edge")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("operations")
          .whereLayer("move")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("operations")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("traffic")
          .mayOnlyBeAccessedByLayers("web")
          .whereLayer("latency")
          .mayOnlyBeAccessedByLayers("web")
          .whereLayer("photos")
          .mayOnlyBeAccessedByLayers("web")
          .whereLayer("raffle")
          .mayOnlyBeAccessedByLayers("web", "check")
          .whereLayer("accounts")
          .mayOnlyBeAccessedByLayers("web", "photos", "raffle", "operations", "traffic")
          .whereLayer("sessions")
          .mayOnlyBeAccessedByLayers("web", "accounts", "photos", "raffle")
          .whereLayer("cache")
          .mayOnlyBeAccessedByLayers("photos", "accounts", "web")
          .whereLayer("storage")
          .mayOnlyBeAccessedByLayers("web", "photos", "check", "move")
          .whereLayer("memcached")
          .mayOnlyBeAccessedByLayers("sessions", "cache", "check")
          .whereLayer("kinesis")
          .mayOnlyBeAccessedByLayers("traffic", "check")
          .whereLayer("redis")
          .mayOnlyBeAccessedByLayers("sessions", "cache", "check")
          .whereLayer("hazelcast")
          .mayOnlyBeAccessedByLayers("sessions", "cache")
          .whereLayer("mail")
          .mayOnlyBeAccessedByLayers("raffle", "check")
          .whereLayer("images")
          .mayOnlyBeAccessedByLayers("photos")
          .whereLayer("fleet")
          .mayOnlyBeAccessedByLayers(
              "web",
              "photos",
              "raffle",
              "accounts",
              "sessions",
              "cache",
              "storage",
              "memcached",
              "kinesis",
              "redis",
              "hazelcast",
              "http",
              "mail",
              "latency",
              "traffic",
              "operations",
              "check",
              "move");

  @ArchTest
  static final ArchRule imagesStandAlone =
      noClasses()
          .that()
          .resideInAPackage("org.snapfleet.images..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.snapfleet.fleet..", "org.snapfleet.http..");

  /** It judges what the others sign. */
  @ArchTest
  static final ArchRule theEdgeStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.snapfleet.edge..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.snapfleet..")
                  .and(resideOutsideOfPackage("org.snapfleet.edge..")));

  /** It runs before there is a site. */
  @ArchTest
  static final ArchRule theFirstBootStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.snapfleet.ami..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.snapfleet..")
                  .and(resideOutsideOfPackage("org.snapfleet.ami..")));

  @ArchTest
  static final ArchRule nobodyUsesTheFirstBoot =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.snapfleet.ami..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.snapfleet.ami.."));

  @ArchTest
  static final ArchRule noContainerSessions =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.enterprise.context.SessionScoped")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.faces.view.ViewScoped");
}
