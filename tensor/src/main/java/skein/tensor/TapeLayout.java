package skein.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the boxes of a tape's drawing stand: in layers, every one below its inputs, an edge that
 * crosses a layer having a bend there. Within the layers each box is drawn to the middle of its
 * neighbors, downwards and upwards in turn (Sugiyama's method in its simplest form).
 */
final class TapeLayout {
    private static final double GAP = 18;              // between boxes of a layer
    private static final double BETWEEN = 34;          // between layers
    private static final double MARGIN = 16;
    private static final int SWEEPS = 24;

    /** A tensor's box, or, without a tensor, the bend of an edge. */
    static final class Box {
        final Tensor tensor;
        final int number;
        final List<Box> inputs = new ArrayList<>();
        final List<Box> users = new ArrayList<>();
        double x;                                      // its center
        double y;
        private int layer;

        Box(Tensor tensor, int number) {
            this.tensor = tensor;
            this.number = number;
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(tensor.toString());
            lines.add(TapePicture.values(tensor));
            String gradient = TapePicture.gradient(tensor);
            if (!gradient.isEmpty()) lines.add("grad " + gradient);
            return lines;
        }

        double width() {
            if (tensor == null) return 6;
            int longest = 0;
            for (String line : lines()) longest = Math.max(longest, line.length());
            return Math.max(64, 6.4 * longest + 14);
        }

        double height() {
            return tensor == null ? 0 : 15 * lines().size() + 8;
        }
    }

    private final List<Box> boxes = new ArrayList<>();
    private final List<List<Box>> layers = new ArrayList<>();
    private final Map<Tensor, Box> ofTensor = new IdentityHashMap<>();

    TapeLayout(Tape tape) {
        for (int place = 0; place < tape.length(); place++) {
            Tensor y = tape.node(place);
            for (int i = 0; i < y.inputs(); i++) box(y.input(i));
            Box box = box(y);
            for (int i = 0; i < y.inputs(); i++) link(box(y.input(i)), box);
        }
    }

    private Box box(Tensor tensor) {
        Box known = ofTensor.get(tensor);
        if (known != null) return known;
        Box box = new Box(tensor, boxes.size());
        boxes.add(box);
        ofTensor.put(tensor, box);
        return box;
    }

    private static void link(Box from, Box to) {
        if (from.users.contains(to)) return;           // one edge, also for x.mul(x)
        from.users.add(to);
        to.inputs.add(from);
    }

    /** The tensors' boxes, each behind its inputs. */
    List<Box> boxes() {
        return boxes;
    }

    /** Boxes and bends. */
    List<Box> all() {
        List<Box> all = new ArrayList<>();
        for (List<Box> layer : layers) all.addAll(layer);
        return all;
    }

    double width() {
        double width = 2 * MARGIN;
        for (Box box : boxes) width = Math.max(width, box.x + box.width() / 2 + MARGIN);
        return width;
    }

    double height() {
        double height = 2 * MARGIN;
        for (Box box : boxes) height = Math.max(height, box.y + box.height() / 2 + MARGIN);
        return height;
    }

    void place() {
        for (Box box : boxes) {
            for (Box input : box.inputs) box.layer = Math.max(box.layer, input.layer + 1);
        }
        for (Box box : boxes) if (box.inputs.isEmpty()) lower(box);
        for (Box box : List.copyOf(boxes)) enter(box);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 0; k < layers.size(); k++) {
                boolean down = sweep % 2 == 0;
                arrange(layers.get(down ? k : layers.size() - 1 - k), down);
            }
        }
        shiftToMargins();
    }

    /** An input stands just above its first user. */
    private static void lower(Box box) {
        int first = Integer.MAX_VALUE;
        for (Box user : box.users) first = Math.min(first, user.layer);
        if (!box.users.isEmpty()) box.layer = first - 1;
    }

    private void enter(Box box) {
        layer(box.layer).add(box);
        for (Box user : List.copyOf(box.users)) {
            if (user.layer - box.layer > 1) bend(box, user);
        }
    }

    /** Puts a bend into each layer that the edge crosses. */
    private void bend(Box from, Box to) {
        Box last = from;
        from.users.remove(to);
        to.inputs.remove(from);
        for (int k = from.layer + 1; k < to.layer; k++) {
            Box bend = new Box(null, -1);
            layer(k).add(bend);
            link(last, bend);
            last = bend;
        }
        link(last, to);
    }

    private List<Box> layer(int k) {
        while (layers.size() <= k) layers.add(new ArrayList<>());
        return layers.get(k);
    }

    /** Draws the boxes of a layer to their neighbors, and then apart as far as they overlap. */
    private static void arrange(List<Box> layer, boolean down) {
        for (Box box : layer) {
            List<Box> neighbors = down ? box.inputs : box.users;
            double sum = 0;
            for (Box neighbor : neighbors) sum += neighbor.x;
            if (!neighbors.isEmpty()) box.x = sum / neighbors.size();
        }
        layer.sort(Comparator.comparingDouble(box -> box.x));
        double shift = 0;                              // by how much they had to give way
        double wanted = 0;
        for (int i = 0; i < layer.size(); i++) {
            Box box = layer.get(i);
            wanted += box.x;
            if (i > 0) {
                Box left = layer.get(i - 1);
                box.x = Math.max(box.x, left.x + (left.width() + box.width()) / 2 + GAP);
            }
            shift += box.x;
        }
        double back = (shift - wanted) / layer.size();
        for (Box box : layer) box.x -= back;
    }

    private void shiftToMargins() {
        double left = 0;
        for (Box box : all()) left = Math.min(left, box.x - box.width() / 2);
        double y = MARGIN;
        for (List<Box> layer : layers) {
            double height = 0;
            for (Box box : layer) height = Math.max(height, box.height());
            for (Box box : layer) {
                box.x += MARGIN - left;
                box.y = y + height / 2;
            }
            y += height + BETWEEN;
        }
    }
}
