package dev.torii.engine.embed.features;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of titles. Japanese ones are cut by Kuromoji and taken in their base form (走った is 走る).
/// Particles, auxiliary verbs and symbols say nothing about a video and are left out. Latin words stand as they
/// are.
///
/// Not safe for use by several threads: the tokenizer keeps state.
final class TitleWords {
    private final JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final BaseFormAttribute baseForm = tokenizer.addAttribute(BaseFormAttribute.class);
    private final PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);

    /// @param characters code points, normalised
    void of(int[] characters, Consumer<String> sink) {
        StringBuilder japanese = new StringBuilder(characters.length);
        boolean anyJapanese = false;
        int start = 0;
        for (int end = 0; end <= characters.length; end++) {
            if (end < characters.length && isLatin(characters[end])) {
                continue;
            }
            if (end > start) {
                sink.accept(new String(characters, start, end - start));
                japanese.append(' ');
            }
            if (end < characters.length) {
                boolean letter = Character.isLetterOrDigit(characters[end]);
                japanese.appendCodePoint(letter ? characters[end] : ' ');
                anyJapanese |= letter;
            }
            start = end + 1;
        }
        if (anyJapanese) {
            morphemes(japanese.toString(), sink);
        }
    }

    private static boolean isLatin(int character) {
        return character < 0x250 && Character.isLetterOrDigit(character);
    }

    private void morphemes(String text, Consumer<String> sink) {
        try (tokenizer) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String kind = speech.getPartOfSpeech();
                if (kind == null || !(kind.startsWith("助") || kind.startsWith("記号"))) {
                    String base = baseForm.getBaseForm();
                    sink.accept(base == null ? term.toString() : base);
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string gave no characters", e);
        }
    }
}
