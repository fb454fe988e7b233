/** The command line, runs and their files, and what notebooks show. */
@SuppressWarnings("requires-automatic")
module skein.lab {
    requires transitive java.desktop;
    requires jdk.unsupported;                // signals, by way of jline
    requires com.google.gson;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires org.jline.terminal;
    requires org.knowm.xchart;
    requires transitive skein.envs;
    requires transitive skein.nn;
    requires transitive skein.rl;
    requires transitive skein.tensor;

    exports skein.lab;
    exports skein.lab.notebook;

    opens skein.lab to info.picocli, com.google.gson;
}
