package skein.lab.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** How all of Skein's charts look: white, quiet, without a frame. */
public final class ChartStyle {
    /** How a height is written, e.g. 1,234.5. */
    public static final String Y_PATTERN = "#,##0.##";

    private static final String X_PATTERN = "#,##0";
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE6E6E6);
    private static final BasicStroke THIN = new BasicStroke(1);

    private ChartStyle() {
    }

    /**
     * Sets colors, lines and fonts; the horizontal axis begins at 0.
     *
     * @param styler of a new chart. Modified.
     */
    public static void apply(XYStyler styler) {
        styler.setLocale(Locale.US);
        styler.setXAxisDecimalPattern(X_PATTERN).setYAxisDecimalPattern(Y_PATTERN);
        styler.setXAxisMin(0.0).setXAxisTickMarkSpacingHint(110);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(THIN);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotBorderVisible(false).setPlotContentSize(0.98);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false);
        styler.setChartFontColor(INK).setChartPadding(16);
        styler.setXAxisTickLabelsColor(INK).setYAxisTickLabelsColor(INK);
        styler.setChartTitleFont(font(Font.BOLD, 18)).setChartTitleBoxVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 14)).setAxisTickLabelsFont(font(Font.PLAIN, 13));
        styler.setLegendFont(font(Font.PLAIN, 14));
        styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(GRID).setMarkerSize(7);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
