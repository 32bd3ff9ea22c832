// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What every file of a model begins with: {@code RPTO}, format, version of the model, length and CRC-32 of what follows.
 * A file is read as a whole or refused.
 */
public final class Envelope {
    /** The format that is written and read here. */
    public static final int FORMAT = 1;

    private static final int MAGIC = 0x5250544f;
    private static final int HEADER_BYTES = 20;

    private Envelope() {}

    /** Reads what is in a file. */
    public interface Content<T> {
        /** Reads it all, or throws. */
        T read(int version, DataInputStream in) throws IOException;
    }

    /** Writes what is in a file. */
    public interface Writing {
        /** Writes it all. */
        void write(DataOutputStream out) throws IOException;
    }

    /**
     * Opens a file.
     *
     * @param name for the message when it is refused
     * @throws ModelRefused for what is damaged, or of another format
     */
    public static <T> T open(String name, byte[] file, Content<T> content) {
        var header = ByteBuffer.wrap(file);
        if (file.length < HEADER_BYTES || header.getInt() != MAGIC) {
            throw new ModelRefused("%s is no model: it does not begin with RPTO and a header".formatted(name));
        }
        int format = header.getInt();
        int version = header.getInt();
        int length = header.getInt();
        int wanted = header.getInt();
        if (format != FORMAT) {
            throw new ModelRefused("%s, version %d, checksum %08x, has format %d, this program reads format %d"
                    .formatted(name, version, wanted, format, FORMAT));
        }
        int found = checksum(file);
        if (length != file.length - HEADER_BYTES || found != wanted) {
            throw new ModelRefused("%s, version %d, is damaged: %d bytes with checksum %08x, wanted %d with %08x"
                    .formatted(name, version, file.length - HEADER_BYTES, found, length, wanted));
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(file, HEADER_BYTES, length))) {
            return content.read(version, in);
        } catch (IOException | RuntimeException e) {
            throw new ModelRefused(
                    "%s, version %d, checksum %08x, cannot be read: %s".formatted(name, version, wanted, e));
        }
    }

    /** A file with {@code content}; the same content gives the same bytes. */
    public static byte[] seal(int version, Writing content) {
        var body = new ByteArrayOutputStream();
        try {
            content.write(new DataOutputStream(body));
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        var file = ByteBuffer.allocate(HEADER_BYTES + body.size());
        file.putInt(MAGIC).putInt(FORMAT).putInt(version).putInt(body.size());
        file.putInt(0).put(body.toByteArray());
        file.putInt(HEADER_BYTES - Integer.BYTES, checksum(file.array()));
        return file.array();
    }

    private static int checksum(byte[] file) {
        var crc = new CRC32();
        crc.update(file, HEADER_BYTES, file.length - HEADER_BYTES);
        return (int) crc.getValue();
    }
}
