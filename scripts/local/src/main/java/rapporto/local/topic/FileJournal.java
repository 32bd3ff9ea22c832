// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rapporto.json.MalformedField;

/**
 * Entries as lines of one file, {@code topics.jsonl}. Written whole at start, so that it holds no more than is needed,
 * and appended to after. One process at a time owns the folder. Not thread-safe.
 */
final class FileJournal implements Journal {
    private static final String FILE = "topics.jsonl";

    private final FileChannel lock;
    private final FileChannel file;

    private FileJournal(FileChannel lock, FileChannel file) {
        this.lock = lock;
        this.file = file;
    }

    /**
     * Opens the journal of {@code folder} and fills {@code shelf} from it.
     *
     * @throws IllegalStateException when the folder is in use, or a line other than a torn last one is broken
     */
    static FileJournal open(Path folder, Shelf shelf) {
        try {
            Files.createDirectories(folder);
            var lock = own(folder.resolve("topics.lock"));
            try {
                return new FileJournal(lock, refreshed(folder, shelf));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("topics: folder %s cannot be used".formatted(folder), e);
        }
    }

    private static FileChannel own(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Owned by this very process: told below, as another one is.
        }
        channel.close();
        throw new IllegalStateException("topics: %s is in use, wanted a folder of one's own".formatted(path));
    }

    private static FileChannel refreshed(Path folder, Shelf shelf) throws IOException {
        var path = folder.resolve(FILE);
        read(path).forEach(shelf::apply);
        rewrite(folder, path, shelf.entries());
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static List<Entry> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        // A line without its end was never answered for: the crash came first.
        int end = text.lastIndexOf('\n') + 1;
        text.substring(0, end).lines().forEach(line -> entries.add(entry(path, entries.size() + 1, line)));
        return entries;
    }

    private static Entry entry(Path path, int line, String text) {
        try {
            return EntryText.read(text);
        } catch (MalformedField | TopicFault e) {
            throw new IllegalStateException("topics: %s line %d: %s".formatted(path, line, e.getMessage()), e);
        }
    }

    private static void rewrite(Path folder, Path path, List<Entry> entries) throws IOException {
        var fresh = folder.resolve(FILE + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, entries);
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void promise(List<? extends Entry> entries) {
        append(entries, true);
    }

    @Override
    public void note(Entry entry) {
        append(List.of(entry), false);
    }

    private void append(List<? extends Entry> entries, boolean onDisk) {
        try {
            long before = file.size();
            try {
                write(file, entries);
                if (onDisk) {
                    file.force(false);
                }
            } catch (IOException e) {
                // Half a line in the middle would spoil all that comes after it.
                file.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("topics: the journal cannot be written", e);
        }
    }

    private static void write(FileChannel channel, List<? extends Entry> entries) throws IOException {
        var lines = entries.stream().map(EntryText::write).collect(Collectors.joining("\n", "", "\n"));
        var bytes = ByteBuffer.wrap((entries.isEmpty() ? "" : lines).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        try (lock;
                file) {
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("topics: the journal cannot be closed", e);
        }
    }
}
