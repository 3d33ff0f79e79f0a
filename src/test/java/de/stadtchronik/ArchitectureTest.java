package de.stadtchronik;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.TypeCheck;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house: imports point down, rooms do not see each other, and the heart has one door. */
class ArchitectureTest {

    private static final String HOUSE = "de.stadtchronik.";
    private static final String[] GROUND = packages(
            "problem",
            "text",
            "time",
            "vocabulary",
            "access",
            "settings",
            "clock",
            "connection",
            "connection",
            "outbound",
            "storage",
            "query");

    /** The rooms of the heart, each with those of them that it may see. */
    private static final Map<String, List<String>> HEART = Map.of(
            "document", List.of(),
            "content", List.of("document"),
            "listing", List.of("document", "content"),
            "reading", List.of("document", "content", "listing"),
            "writing", List.of("document", "content"),
            "feed", List.of("document", "content", "listing", "reading"));

    /** Who may see rows with their drafts: the heart, and the ways in that write whole rows. */
    private static final String[] BESIDE_THE_ROWS =
            packages("content", "reading", "writing", "exchange", "harvest.copies");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.stadtchronik");

    /** The types, wherever they are: each has a room. */
    private static final List<JavaClass> TYPES = CLASSES.stream()
            .filter(any -> any.isAssignableTo(ResourceType.class) && !any.isInterface())
            .toList();

    private static final String[] ROOMS = Stream.concat(
                    TYPES.stream().map(JavaClass::getPackageName), Stream.of(HOUSE + "search"))
            .toArray(String[]::new);

    @Test
    void importsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ground")
                .definedBy(GROUND)
                .layer("change")
                .definedBy(packages("change"))
                .layer("heart")
                .definedBy(packages(HEART.keySet().toArray(String[]::new)))
                .layer("editing")
                .definedBy(packages("editing"))
                .layer("rooms")
                .definedBy(ROOMS)
                .layer("administration")
                .definedBy(packages("keys", "audit", "limits", "webhook..", "harvest.."))
                .layer("views")
                .definedBy(packages(
                        "delivery",
                        "documentation",
                        "sample",
                        "welcome",
                        "exchange",
                        "backup",
                        "sync",
                        "partner",
                        "start"))
                .whereLayer("rooms")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("administration")
                .mayOnlyBeAccessedByLayers("views")
                .whereLayer("views")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("editing")
                .mayOnlyBeAccessedByLayers("rooms", "views")
                .whereLayer("heart")
                .mayOnlyBeAccessedByLayers("editing", "rooms", "views", "administration")
                .whereLayer("change")
                .mayOnlyBeAccessedByLayers("heart", "administration", "views")
                .check(CLASSES);
    }

    @Test
    void theRoomsOfTheHeartSeeOnlyWhatTheyStandOn() {
        HEART.forEach((room, below) -> {
            var above = HEART.keySet().stream()
                    .filter(other -> !other.equals(room) && !below.contains(other))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(HOUSE + room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(above))
                    .check(CLASSES);
        });
    }

    @Test
    void roomsDoNotSeeEachOther() {
        var others = packages("keys", "audit", "limits", "webhook", "harvest");
        var rooms = Stream.of(ROOMS, others).flatMap(Stream::of).map(room -> room.substring(HOUSE.length()));
        slices().matching(HOUSE + "(" + rooms.collect(Collectors.joining("|")) + ")..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void everyTypeCanBeServed() throws ReflectiveOperationException {
        var types = new ArrayList<ResourceType>();
        for (var type : TYPES) {
            types.add((ResourceType) type.reflect().getDeclaredConstructor().newInstance());
        }

        TypeCheck.requireSound(types);
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("de.stadtchronik.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theTableIsSeenOnlyByTheStore() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .resideInAPackage(HOUSE + "content")
                .should()
                .onlyBeAccessed()
                .byClassesThat(resideInAnyPackage(BESIDE_THE_ROWS))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages("content", "feed", "change", "keys", "audit", "webhook..", "harvest..", "partner"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CLASSES);
        assertEquals(
                List.of("ContentRepository"),
                CLASSES.stream()
                        .filter(candidate -> candidate.isAssignableTo(PanacheRepositoryBase.class))
                        .map(repository -> repository.getSimpleName())
                        .toList());
    }

    @Test
    void whatIsGivenIsGivenToTheConstructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
    }

    @Test
    void timeIsOfTheModernKind() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .check(CLASSES);
    }

    @Test
    void everyRoomHasADoorAndTellsOfNulls() {
        var withoutDoor = CLASSES.stream()
                .map(any -> any.getPackage())
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), withoutDoor);
    }

    @Test
    void noRoomIsALumberRoom() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..service..", "..dto..", "..impl..")
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return List.of(names).stream().map(HOUSE::concat).toArray(String[]::new);
    }
}
