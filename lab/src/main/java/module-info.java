/** The command line, runs and their files. */
@SuppressWarnings("requires-automatic")
module skein.lab {
    requires java.desktop;
    requires jdk.unsupported;                // signals, by way of jline
    requires com.google.gson;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires org.jline.terminal;
    requires org.knowm.xchart;
    requires skein.envs;
    requires skein.nn;
    requires skein.rl;
    requires skein.tensor;

    exports skein.lab;

    opens skein.lab to info.picocli, com.google.gson;
}
