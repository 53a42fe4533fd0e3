package dev.torii.engine.ingest.sample;

import java.util.List;

/// Names of invented people and companies, put together from parts.
final class SampleNames {
    private static final List<String> FAMILY = List.of(
            "藍沢/あいざわ",
            "朝霧/あさぎり",
            "天ヶ瀬/あまがせ",
            "石蕗/つわぶき",
            "泉水/いずみ",
            "磯貝/いそがい",
            "卯月/うづき",
            "榎並/えなみ",
            "扇谷/おうぎや",
            "風間/かざま",
            "桐生/きりゅう",
            "久遠/くおん",
            "小鳩/こばと",
            "早乙女/さおとめ",
            "柴崎/しばさき",
            "鈴鹿/すずか",
            "瀬名/せな",
            "高梨/たかなし",
            "千歳/ちとせ",
            "月岡/つきおか",
            "時任/ときとう",
            "長閑/のどか",
            "夏目/なつめ",
            "野分/のわき",
            "羽鳥/はとり",
            "氷室/ひむろ",
            "藤代/ふじしろ",
            "星川/ほしかわ",
            "真壁/まかべ",
            "水無瀬/みなせ",
            "最上/もがみ",
            "八雲/やくも",
            "雪村/ゆきむら",
            "吉良/きら",
            "若狭/わかさ");
    private static final List<String> GIVEN = List.of(
            "葵/あおい", "明人/あきと", "郁/かおる", "一颯/いぶき", "衣織/いおり", "詩/うた", "絵麻/えま", "音羽/おとは", "海斗/かいと", "佳乃/よしの", "清/きよし",
            "圭/けい", "小夜/さよ", "早苗/さなえ", "静/しず", "草太/そうた", "大地/だいち", "千尋/ちひろ", "司/つかさ", "灯/あかり", "渚/なぎさ", "望/のぞみ",
            "遥/はるか", "響/ひびき", "楓/かえで", "誠/まこと", "岬/みさき", "睦/むつみ", "百花/ももか", "弥生/やよい", "悠/ゆう", "陽子/ようこ", "律/りつ", "玲/れい",
            "和歌/わか");
    private static final List<String> HOUSES = List.of(
            "青空", "あけぼの", "雲海", "こだま", "さざなみ", "しらかば", "すばる", "つばめ", "ともしび", "なないろ", "はやぶさ", "ひいらぎ", "ふくろう", "まつかぜ",
            "みかづき", "やまびこ", "ゆうなぎ", "わかば");
    private static final List<String> TRADES = List.of("映像", "シネマ", "制作所", "アニメーション", "プロダクション", "テレビ", "レコード");

    private SampleNames() {}

    /// @param name as written
    /// @param ruby in kana
    record Person(String name, String ruby) {}

    /// The person of a number: different for different numbers below [#people]; from there on with a counter.
    static Person person(int number) {
        int round = number / people();
        int within = number % people();
        String[] family = FAMILY.get(within % FAMILY.size()).split("/");
        String[] given =
                GIVEN.get((within / FAMILY.size() + within) % GIVEN.size()).split("/");
        String counter = round == 0 ? "" : " " + (round + 1) + "世";
        return new Person(family[0] + " " + given[0] + counter, family[1] + " " + given[1]);
    }

    static String maker(int number) {
        int combinations = HOUSES.size() * TRADES.size();
        int round = number / combinations;
        int within = number % combinations;
        String name =
                HOUSES.get(within % HOUSES.size()) + TRADES.get((within / HOUSES.size() + within) % TRADES.size());
        return round == 0 ? name : name + "第" + (round + 1);
    }

    static int people() {
        return FAMILY.size() * GIVEN.size();
    }
}
