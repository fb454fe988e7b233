package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;

/** The kernels' transposed products by themselves, against values that PyTorch computed. */
class ReferenceProductsTest {
    @TestFactory List<DynamicTest> transposed_products() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("ops-matmul")) {
                String op = recorded.meta("op");
                if (op.equals("matmul")) continue;
                tests.add(dynamicTest(recorded + " on " + kernels, () -> {
                    if (op.equals("matmul_nt")) checkNT(recorded, kernels);
                    else checkTN(recorded, kernels);
                }));
            }
        }
        assertEquals(AllKernels.list().size() * 8, tests.size());
        return tests;
    }

    /** out = a · bᵀ: a [m, k], b [n, k]. */
    private static void checkNT(ReferenceCase recorded, Kernels kernels) {
        int m = recorded.get("a").dims()[0];
        int k = recorded.get("a").dims()[1];
        int n = recorded.get("b").dims()[0];
        float[] a = recorded.get("a").floats();
        float[] b = recorded.get("b").floats();
        float[] dout = recorded.get("dout").floats();
        float[] out = new float[m * n];
        kernels.matmulNT(m, n, k, a, b, 0, out, 0);
        recorded.check("out", out);
        float[] da = new float[m * k];                             // da = dout · b
        kernels.matmul(m, n, k, dout, 0, b, 0, da);
        recorded.check("grad.a", da);
        float[] db = new float[n * k];                             // db = doutᵀ · a
        kernels.matmulTN(m, n, k, dout, 0, a, db, 0);
        recorded.check("grad.b", db);
    }

    /** out = aᵀ · b: a [k, m], b [k, n]. */
    private static void checkTN(ReferenceCase recorded, Kernels kernels) {
        int k = recorded.get("a").dims()[0];
        int m = recorded.get("a").dims()[1];
        int n = recorded.get("b").dims()[1];
        assertArrayEquals(new int[] {m, n}, recorded.get("out").dims());
        float[] a = recorded.get("a").floats();
        float[] b = recorded.get("b").floats();
        float[] dout = recorded.get("dout").floats();
        float[] out = new float[m * n];
        kernels.matmulTN(k, m, n, a, 0, b, out, 0);
        recorded.check("out", out);
        float[] da = new float[k * m];                             // da = b · doutᵀ
        kernels.matmulNT(k, m, n, b, dout, 0, da, 0);
        recorded.check("grad.a", da);
        float[] db = new float[k * n];                             // db = a · dout
        kernels.matmul(k, m, n, a, 0, dout, 0, db);
        recorded.check("grad.b", db);
    }
}
