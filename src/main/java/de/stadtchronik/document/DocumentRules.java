package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Slug;
import de.stadtchronik.time.TimeFormatException;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Publication;
import de.stadtchronik.vocabulary.ReportedFigure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.groups.Default;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/** Holds documents to the rules that their records declare, and names all breaches at once. */
@ApplicationScoped
public class DocumentRules {

    /** What a column holds at most on every database. */
    private static final int LONGEST_DOCUMENT = 1_000_000;

    private static final int LONGEST_TITLE = 300;

    /** What a pattern says that has no message of its own. */
    private static final String PATTERN = "{jakarta.validation.constraints.Pattern.message}";

    private final Constraints constraints;
    private final Settings settings;

    DocumentRules(Constraints constraints, Settings settings) {
        this.constraints = constraints;
        this.settings = settings;
    }

    /** The rules that a document of an editor breaks, if it is to be a draft. */
    public List<Violation> breachesByEditor(Document document) {
        var faults = new ArrayList<>(breaches(document));
        var places = faults.stream().map(Violation::pointer).collect(Collectors.toSet());
        broken(document, Editing.class).stream()
                .filter(fault -> !places.contains(fault.pointer()))
                .forEach(faults::add);
        rivals(document).forEach(faults::add);
        if (document.metadata().publishedAt() != null
                && Boolean.TRUE.equals(document.metadata().publishedAtUnknown())) {
            faults.add(Violation.inBody(
                    "/publishedAtUnknown",
                    "contradicts-published-at",
                    new BilingualText(
                            "Mit publishedAt ist es bekannt; nur eines von beiden geht.",
                            "With publishedAt it is known; only one of the two can be given.")));
        }
        if (faults.stream().noneMatch(fault -> fault.code().equals(kebab(EdtfText.class.getSimpleName())))) {
            document.contradictions(settings.timeZone()).forEach(faults::add);
        }
        return faults;
    }

    /** Of the figures of the same at the same time, only one can be the one to count. */
    private static Stream<Violation> rivals(Document document) {
        var figures = Objects.requireNonNullElse(document.figures(), List.<ReportedFigure>of());
        var seen = new HashSet<List<@Nullable String>>();
        return IntStream.range(0, figures.size())
                .filter(i -> Boolean.TRUE.equals(figures.get(i).preferred()) && !seen.add(counted(figures.get(i))))
                .mapToObj(i -> Violation.inBody(
                        "/figures/" + i + "/preferred",
                        "repeated",
                        new BilingualText(
                                "Es gibt schon eine bevorzugte Zahl mit metric, scope und asOf wie hier.",
                                "There is a preferred figure with this metric, scope and asOf already.")));
    }

    private static List<@Nullable String> counted(ReportedFigure figure) {
        return Arrays.asList(figure.metric(), figure.scope(), figure.asOf());
    }

    /** The rules that a document breaks, wherever it comes from. */
    public List<Violation> breaches(Document document) {
        var faults = new ArrayList<>(broken(document, Default.class));
        var slug = document.metadata().slug();
        if (slug != null && Slug.isAmbiguous(slug)) {
            faults.add(Violation.inBody(
                    "/slug",
                    Slug.isUuidShaped(slug) ? "looks-like-id" : "reserved",
                    new BilingualText(
                            "Ein Kurzname darf nicht wie eine Id aussehen oder by-source heißen.",
                            "A slug must not look like an id, or be by-source.")));
        }
        return faults;
    }

    /** The rules that a request breaks which is no document. */
    List<Violation> breachesOf(Object request) {
        return broken(request, Default.class);
    }

    /**
     * The rules that hold beyond those for drafts.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    public void checkPublishable(Document document) {
        refuse(broken(document, Publication.class));
    }

    /** Whether a document lacks something that only publication needs. */
    public boolean lacksForPublication(Document document) {
        return !broken(document, Publication.class).isEmpty();
    }

    private List<Violation> broken(Object document, Class<?> group) {
        return constraints.broken(document, group).stream()
                .map(this::fault)
                .sorted(Comparator.comparing(fault -> String.valueOf(fault.pointer())))
                .toList();
    }

    /**
     * Refuses a document that breaks rules.
     *
     * @throws Problem INVALID_DOCUMENT if there are violations
     */
    public void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
    }

    /**
     * Refuses a document that is too long to be stored.
     *
     * @throws Problem INVALID_DOCUMENT if it is
     */
    public static void requireFitting(String document) {
        if (isTooLong(document)) {
            throw Problem.invalidDocument(List.of(tooLong("")));
        }
    }

    static boolean isTooLong(String document) {
        return document.length() > LONGEST_DOCUMENT;
    }

    static Violation tooLong(String pointer) {
        return Violation.inBody(
                pointer,
                "too-large",
                new BilingualText(
                        "Ein Dokument hat höchstens 1.000.000 Zeichen.",
                        "A document has 1,000,000 characters at most."));
    }

    /** The title of a reference follows the rules of every title: German, and not too long. */
    public static void checkTitle(JsonNode title, String pointer, List<Violation> faults) {
        if (!DocumentJson.text(title).isWritten(LONGEST_TITLE)) {
            faults.add(Violation.inBody(
                    pointer + "/title",
                    "invalid-title",
                    new BilingualText(
                            "Ein Titel braucht Deutsch (de) und hat in jeder Sprache 1 bis 300 Zeichen.",
                            "A title needs German (de), and has 1 to 300 characters in each language.")));
        }
    }

    private Violation fault(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var place = violation.getPropertyPath();
        var rule = constraint.getAnnotation() instanceof Consistent about
                ? Optional.of(about)
                : Optional.<Consistent>empty();
        HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
        var malformed = detailed.getDynamicPayload(TimeFormatException.class);
        var fault = Violation.inBody(
                rule.map(about -> Pointers.ofParent(place) + "/" + about.at()).orElseGet(() -> Pointers.of(place)),
                constraint.getGroups().contains(Publication.class)
                        ? "required-to-publish"
                        : rule.map(Consistent::code)
                                .orElseGet(() -> kebab(constraint
                                        .getAnnotation()
                                        .annotationType()
                                        .getSimpleName())),
                malformed == null
                        ? constraints.message(violation)
                        : malformed.problem().sentence());
        return violation.getMessageTemplate().equals(PATTERN) ? withExample(fault, violation) : fault;
    }

    /** Says the form of a value by the example that the API document has of it: nobody reads patterns. */
    private static Violation withExample(Violation fault, ConstraintViolation<?> violation) {
        return Shape.of(violation.getLeafBean().getClass())
                .property(String.valueOf(fault.pointer()).replaceFirst(".*/", ""))
                .flatMap(property -> property.annotation(Schema.class))
                .map(Schema::examples)
                .filter(examples -> examples.length > 0)
                .map(examples -> ShapeCheck.expected("", "pattern", examples))
                .map(said -> fault.as("", said.message(), said.allowed()))
                .orElse(fault);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
