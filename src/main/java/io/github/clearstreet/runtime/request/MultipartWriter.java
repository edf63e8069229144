package io.github.clearstreet.runtime.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes {@code multipart/form-data}, RFC 7578. The same fields give the same bytes. */
final class MultipartWriter {
    private MultipartWriter() {}

    static RequestBody write(String mediaType, FormFields fields) {
        List<FormFields.Part> parts = fields.parts();
        String boundary = boundary(parts);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (FormFields.Part part : parts) {
            String fileName = part.fileName().isEmpty() ? "" : "; filename=\"" + quoted(part.fileName()) + "\"";
            String type = part.mediaType().isEmpty() ? "" : "\r\nContent-Type: " + part.mediaType();
            write(
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(part.name()) + "\""
                            + fileName + type + "\r\n\r\n",
                    body);
            body.writeBytes(part.bytes());
            write("\r\n", body);
        }
        write("--" + boundary + "--\r\n", body);
        return new RequestBody(mediaType + "; boundary=" + boundary, body.toByteArray());
    }

    /** Made of the content, so that no content can have it inside: it would have to contain its own digest. */
    private static String boundary(List<FormFields.Part> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> {
                digest.update(part.name().getBytes(StandardCharsets.UTF_8));
                digest.update(part.bytes());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** As browsers do it: a quote or a line break would end the header. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(String text, ByteArrayOutputStream body) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
