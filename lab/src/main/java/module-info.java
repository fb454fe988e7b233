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
    exports skein.lab.error;
    exports skein.lab.notebook;

    opens skein.lab.command to info.picocli;
    opens skein.lab.run to com.google.gson;
    opens skein.lab.setup to com.google.gson;
}
