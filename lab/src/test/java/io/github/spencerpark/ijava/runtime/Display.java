package io.github.spencerpark.ijava.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** In the place of the kernel's class of this name: keeps what is beneath the cell. */
public final class Display {
    /** What is shown, and as what. */
    public record Shown(Object what, String type) {
    }

    private static final Map<String, Shown> CELL = new LinkedHashMap<>();

    private Display() {
    }

    /** As the kernel's. */
    public static synchronized String display(Object what, String... types) {
        String name = "display-" + CELL.size();
        CELL.put(name, new Shown(what, String.join(" ", types)));
        return name;
    }

    /** As the kernel's. */
    public static synchronized void updateDisplay(String name, Object what, String... types) {
        if (CELL.replace(name, new Shown(what, String.join(" ", types))) == null) {
            throw new IllegalArgumentException("Nothing is shown under the name " + name + ".");
        }
    }

    /** A cell with nothing beneath it. */
    public static synchronized void clear() {
        CELL.clear();
    }

    /** What is beneath the cell, in order. */
    public static synchronized Shown[] cell() {
        return CELL.values().toArray(new Shown[0]);
    }
}
