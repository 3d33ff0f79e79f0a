package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadtchronik.problem.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/** What is wrong with a document that the store refuses. */
final class Faults {

    private Faults() {}

    /** The codes by pointer. */
    static Map<String, String> of(Executable write) {
        var faults = new TreeMap<String, String>();
        assertThrows(Problem.class, write).faults().forEach(fault -> faults.put(fault.pointer(), fault.code()));
        return faults;
    }
}
