package de.stadtchronik.content;

import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
import de.stadtchronik.vocabulary.Publication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.groups.Default;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Holds documents to the rules that their records declare, and names all breaches at once. */
@ApplicationScoped
class DocumentRules {

    private final Validator validator;
    private final Interpreter interpreter;

    DocumentRules(Validator validator, Interpreter interpreter) {
        this.validator = validator;
        this.interpreter = interpreter;
    }

    /** The rules for drafts that a document breaks. */
    List<Fault> breaches(Document document) {
        var faults = new ArrayList<>(breaches(document, Default.class));
        var slug = document.metadata().slug();
        if (slug != null && Slug.isAmbiguous(slug)) {
            faults.add(Fault.inBody(
                    "/slug",
                    Slug.isUuidShaped(slug) ? "looks-like-id" : "reserved",
                    new Words(
                            "Ein Kurzname darf nicht wie eine Id aussehen oder by-source heißen.",
                            "A slug must not look like an id, or be by-source.")));
        }
        return faults;
    }

    /** The rules that a request breaks which is no document. */
    List<Fault> breachesOf(Object request) {
        return breaches(request, Default.class);
    }

    /**
     * The rules that hold beyond those for drafts.
     *
     * @throws Problem INVALID_DOCUMENT
     */
    void checkPublishable(Document document) {
        refuse(breaches(document, Publication.class));
    }

    /** Whether a document lacks something that only publication needs. */
    boolean lacksForPublication(Document document) {
        return !breaches(document, Publication.class).isEmpty();
    }

    private List<Fault> breaches(Object document, Class<?> group) {
        return validator.validate(document, group).stream()
                .map(this::fault)
                .sorted(Comparator.comparing(fault -> String.valueOf(fault.pointer())))
                .toList();
    }

    /** @throws Problem INVALID_DOCUMENT if there are faults */
    void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalidDocument(faults);
        }
    }

    private Fault fault(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var rule = constraint.getAnnotation().annotationType();
        return Fault.inBody(
                // Such a rule is a method, and speaks of the whole object that has it.
                rule == AssertTrue.class
                        ? Pointers.ofParent(violation.getPropertyPath())
                        : Pointers.of(violation.getPropertyPath()),
                constraint.getGroups().contains(Publication.class)
                        ? "required-to-publish"
                        : kebab(rule.getSimpleName()),
                new Words(interpreter.say(violation, Locale.GERMAN), interpreter.say(violation, Locale.ENGLISH)));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
