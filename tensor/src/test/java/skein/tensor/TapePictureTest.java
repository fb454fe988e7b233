package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A tape shows what was done, with which numbers. */
class TapePictureTest {
    private final Tape tape = new Tape(Kernels.create());

    private Tensor loss() {
        Tensor w = Tensor.parameter(Shape.of(2), new float[] {5, 2, 0.5f}, new float[3], 1);
        Tensor x = tape.variable(new float[] {1, -3}, Shape.of(2));
        return x.mul(w).square().sum();                            // 4 + 2.25
    }

    @Test void as_a_table_before_backward() {
        loss();
        assertEquals("""
                #  operation  shape  inputs         values       gradient
                0  variable   [2]                   -3 .. 1
                1  read       [2]    parameter [2]  0.5000 .. 2
                2  mul        [2]    0, 1           -1.500 .. 2
                3  square     [2]    2              2.250 .. 4
                4  sum        []     3              6.250
                """, tape.toString());
    }

    @Test void with_gradients_after_backward_and_without_after_clear() {
        tape.backward(loss());
        String variable = tape.toString().split("\n")[1];
        assertTrue(variable.endsWith("-3 .. 1      -1.500 .. 8"), variable);
        tape.clear();
        loss();
        variable = tape.toString().split("\n")[1];
        assertTrue(variable.endsWith("-3 .. 1"), variable);        // none of this pass yet
    }

    @Test void numbers_that_are_none_and_tensors_without_elements() {
        tape.variable(new float[] {1, Float.NaN}, Shape.of(2));
        tape.variable(new float[0], Shape.of(0));
        String[] lines = tape.toString().split("\n");
        assertTrue(lines[1].endsWith("NaN"), lines[1]);
        assertTrue(lines[2].endsWith("none"), lines[2]);
    }

    @Test void as_a_graph_each_input_points_to_its_user_once() {
        Tensor x = tape.variable(new float[] {3}, Shape.of(1));
        tape.backward(x.mul(x).sum());
        String dot = tape.toDot();
        assertTrue(dot.contains("n0 [label=\"variable [1]\\n3\\ngrad 6\""), dot);
        assertEquals(1, dot.split("n0 -> n1;", -1).length - 1);
        assertEquals(1, dot.split("n1 -> n2;", -1).length - 1);
    }

    @Test void as_a_drawing_it_is_well_formed_with_a_box_for_each_tensor_apart_from_the_others()
            throws Exception {
        tape.backward(loss());
        Tensor strange = tape.apply(new Operation("<a & b>") {
            @Override protected void forward(Tensor y) {
                y.data[0] = 1;
            }

            @Override protected void backward(Tensor y) {
            }
        }, Shape.SCALAR, tape.node(0), tape.node(4));              // an edge across layers
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(tape.toSvg())));
        assertEquals(1 + 7, svg.getElementsByTagName("rect").getLength());
        assertTrue(svg.getDocumentElement().getTextContent().contains(strange.toString()));
        assertBoxesApart();
    }

    private void assertBoxesApart() {
        TapeLayout layout = new TapeLayout(tape);
        layout.place();
        for (TapeLayout.Box a : layout.boxes()) {
            assertTrue(a.x - a.width() / 2 >= 0 && a.x + a.width() / 2 <= layout.width());
            for (TapeLayout.Box b : layout.boxes()) {
                boolean apart = Math.abs(a.x - b.x) >= (a.width() + b.width()) / 2
                        || Math.abs(a.y - b.y) >= (a.height() + b.height()) / 2;
                assertTrue(a == b || apart, a.tensor + " lies over " + b.tensor);
            }
        }
    }

    @Test void an_empty_tape_is_an_empty_table_and_an_empty_drawing() {
        assertEquals("#  operation  shape  inputs  values  gradient\n", tape.toString());
        assertTrue(tape.toSvg().endsWith("</svg>\n"));
    }
}
