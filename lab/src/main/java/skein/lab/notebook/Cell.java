package skein.lab.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The space beneath the notebook's cell that is running.
 *
 * <p>The kernel is asked by reflection: its jar holds other libraries, an old Gson among them, that
 * must not come onto Skein's module path.
 */
final class Cell {
    static final String HTML = "text/html";
    static final String PNG = "image/png";

    private static final String KERNEL = "io.github.spencerpark.ijava.runtime.Display";

    private Cell() {
    }

    /**
     * Shows something.
     *
     * @param what text or a picture
     * @param type what it is: {@link #HTML} or {@link #PNG}
     * @return its name, by which it can be replaced
     */
    static String display(Object what, String type) {
        return (String) call("display", what, new String[] {type});
    }

    /** Shows something in the place of what has this name. */
    static void replace(String name, Object what, String type) {
        call("updateDisplay", name, what, new String[] {type});
    }

    private static Object call(String method, Object... arguments) {
        try {
            Class<?>[] types = Stream.concat(Arrays.stream(arguments).limit(arguments.length - 2)
                    .map(Object::getClass), Stream.of(Object.class, String[].class))
                    .toArray(Class<?>[]::new);
            Method display = Class.forName(KERNEL).getMethod(method, types);
            return display.invoke(null, arguments);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("There is no notebook to show this in. Show and Check "
                    + "work in Jupyter with the kernel that ./notebooks-ijava/setup installs.", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The notebook's kernel could not show this.",
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The notebook's kernel is not IJava 1.3.0: it has no "
                    + method + ". Run ./notebooks-ijava/setup again.", e);
        }
    }
}
