package dev.torii.engine.ingest.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes data sets of a handful of invented films in each MovieLens format.
final class SmallMovieLens {
    private SmallMovieLens() {}

    static Path ml100k(Path folder) {
        write(folder, "u.genre", StandardCharsets.ISO_8859_1, "unknown|0\nDrama|1\nComedy|2\n\n");
        write(folder, "u.item", StandardCharsets.ISO_8859_1, """
                1|Café at the Harbour (1995)|4-Feb-1995||http://example.org/1|0|1|1
                2|Long Road, The (1980)|||http://example.org/2|0|1|0
                3|unknown||||1|0|0
                """);
        write(folder, "u.user", StandardCharsets.ISO_8859_1, "1|24|M|writer|85711\n2|53|F|other|94043\n");
        write(
                folder,
                "u.data",
                StandardCharsets.ISO_8859_1,
                "1\t1\t5\t881250949\n1\t2\t3\t881250950\n2\t2\t1\t881250951\n2\t3\t4\t881250952\n");
        write(folder, "u.info", StandardCharsets.ISO_8859_1, "2 users\n3 items\n4 ratings\n");
        return folder;
    }

    static Path ml1m(Path folder) {
        write(
                folder,
                "movies.dat",
                StandardCharsets.ISO_8859_1,
                "1::Café at the Harbour (1995)::Drama|Comedy\n2::Long Road, The (1980)::Drama\n");
        write(folder, "users.dat", StandardCharsets.ISO_8859_1, "1::F::1::10::48067\n2::M::56::16::70072\n");
        write(
                folder,
                "ratings.dat",
                StandardCharsets.ISO_8859_1,
                "1::1::5::978300760\n1::2::3::978302109\n2::2::1::978301968\n");
        return folder;
    }

    static Path latest(Path folder) {
        write(folder, "movies.csv", StandardCharsets.UTF_8, """
                movieId,title,genres
                1,Café at the Harbour (1995),Drama|Comedy
                2,"Long ""Winding"" Road, The (1980)",(no genres listed)
                """);
        write(
                folder,
                "ratings.csv",
                StandardCharsets.UTF_8,
                "userId,movieId,rating,timestamp\r\n1,1,4.5,964982703\r\n2,2,0.5,964981247\r\n");
        return folder;
    }

    static void write(Path folder, String name, Charset charset, String text) {
        try {
            Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
