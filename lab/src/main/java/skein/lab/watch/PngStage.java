package skein.lab.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import skein.lab.error.UserError;
import skein.lab.run.AtomicFile;
import skein.lab.view.Png;

/** Into a folder of pictures, frame-00000.png, frame-00001.png, ... */
public final class PngStage implements Stage {
    private final Path folder;
    private int pictures;

    /**
     * Prepares a folder.
     *
     * @param folder new, or without pictures of this kind
     * @throws UserError if it has some, or if nothing can be written there
     */
    public PngStage(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> file.getFileName().toString().matches(
                        "frame-\\d+\\.png"))) {
                    throw new UserError(folder + " already holds pictures of an episode. Choose "
                            + "another folder: nothing was overwritten.");
                }
            }
        } catch (IOException e) {
            throw UserError.cannotWrite(folder, e);
        }
    }

    @Override public void show(Moment moment) {
        Path file = folder.resolve(String.format(Locale.ROOT, "frame-%05d.png",
                pictures));
        AtomicFile.write(file, out -> out.write(Png.encoded(moment.picture())));
        pictures++;
    }

    /** {@return how many it has written} */
    public int pictures() {
        return pictures;
    }

    @Override public boolean isOpen() {
        return true;
    }
}
