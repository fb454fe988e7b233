/** The command line, runs and their files. */
@SuppressWarnings("requires-automatic")
module skein.lab {
    requires java.desktop;
    requires com.google.gson;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires org.knowm.xchart;
    requires skein.envs;
    requires skein.nn;
    requires skein.rl;
    requires skein.tensor;

    exports skein.lab;

    opens skein.lab to info.picocli, com.google.gson;
}
