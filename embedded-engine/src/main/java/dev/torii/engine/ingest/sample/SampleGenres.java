package dev.torii.engine.ingest.sample;

import java.util.List;

/// The sixteen genres of the sample catalogue: what a general video shop sells.
final class SampleGenres {
    static final List<SampleGenre> ALL = List.of(
            new SampleGenre(
                    "ドラマ",
                    1.6,
                    List.of(8, 12, 15),
                    110,
                    3200,
                    List.of("手紙", "約束", "写真館", "食堂", "坂道", "時計店", "家路", "灯り"),
                    List.of("{p}の{t}", "{w}{t}", "{s}の{t}", "{t}のある町", "{p}、{s}の{t}")),
            new SampleGenre(
                    "コメディ",
                    1.2,
                    List.of(0, 12, 6),
                    98,
                    2600,
                    List.of("大作戦", "騒動", "商店街", "留守番", "引っ越し", "珍道中", "町内会"),
                    List.of("{p}{t}", "{w}{t}", "うちの{t}", "{s}の{t}")),
            new SampleGenre(
                    "ドキュメンタリー",
                    1.1,
                    List.of(7, 8, 10),
                    75,
                    2800,
                    List.of("職人", "町工場", "灯台", "市場", "酒蔵", "漁師", "図書館", "橋"),
                    List.of("{p}の{t} その一年", "{t}を訪ねて", "記録 {p}の{t}", "{t}という仕事", "{s}、{p}の{t}")),
            new SampleGenre(
                    "旅",
                    1.1,
                    List.of(4, 9, 8),
                    60,
                    2400,
                    List.of("ひとり旅", "島めぐり", "温泉", "街道", "峠", "港町", "朝市"),
                    List.of("{p}{t}", "{s}の{p} {t}", "{w}{t} {p}", "ふらり{p}{t}")),
            new SampleGenre(
                    "料理",
                    1.0,
                    List.of(3, 12, 2),
                    45,
                    2000,
                    List.of("台所", "だし", "弁当", "和菓子", "鍋", "パン", "発酵", "朝ごはん"),
                    List.of("{p}の{t}", "{s}の{t}", "{w}{t}", "{t}の時間", "{t}と暮らす")),
            new SampleGenre(
                    "アニメ",
                    1.5,
                    List.of(13, 15, 12),
                    48,
                    4800,
                    List.of("星の船", "風の塔", "硝子の森", "雲の学校", "月の郵便局", "鈴の音", "海の王国"),
                    List.of("{t}", "{w}{t}", "{t}と{s}の空", "{p}の{t}", "{t}をさがして")),
            new SampleGenre(
                    "音楽",
                    0.9,
                    List.of(1, 2),
                    95,
                    4200,
                    List.of("コンサート", "合唱", "三味線", "ピアノ", "吹奏楽", "弦楽", "夜会"),
                    List.of("{p}{t}", "{s}の{t}", "{w}{t}", "{t} イン {p}", "{t}の夕べ")),
            new SampleGenre(
                    "歴史",
                    0.9,
                    List.of(2, 14),
                    80,
                    3000,
                    List.of("城", "街道", "絵図", "古墳", "港", "城下町", "仏像"),
                    List.of("{p}の{t}を読む", "{t}の謎 {p}", "{p} {t}ものがたり", "知られざる{t}")),
            new SampleGenre(
                    "自然",
                    0.9,
                    List.of(2, 3, 10),
                    70,
                    2900,
                    List.of("湿原", "珊瑚", "森", "渡り鳥", "火山", "流氷", "干潟"),
                    List.of("{p}の{t}", "{t} {s}の記録", "{w}{t}", "{t}に生きる")),
            new SampleGenre(
                    "鉄道",
                    0.8,
                    List.of(3, 2),
                    91,
                    4100,
                    List.of("本線", "夜行", "単線", "終着駅", "蒸気機関車", "路面電車", "前面展望"),
                    List.of("{p}{t}", "{s}の{p}{t}", "{t}の四季 {p}編", "さよなら{p}{t}")),
            new SampleGenre(
                    "科学",
                    0.7,
                    List.of(8, 2),
                    55,
                    2700,
                    List.of("宇宙", "深海", "結晶", "数", "ロボット", "天気", "細胞"),
                    List.of("{t}のふしぎ", "やさしい{t}", "{t}への招待", "{w}{t}")),
            new SampleGenre(
                    "スポーツ",
                    0.8,
                    List.of(2, 0),
                    85,
                    3300,
                    List.of("駅伝", "登山", "自転車", "野球部", "柔道場", "水泳", "卓球"),
                    List.of("{p}{t}", "{w}{t}", "{s}の{t}", "{t}の一日", "{p}{t}物語")),
            new SampleGenre(
                    "家族",
                    0.9,
                    List.of(0, 1, 5),
                    100,
                    2800,
                    List.of("おじいちゃん", "三姉妹", "食卓", "庭", "子犬", "運動会", "縁側"),
                    List.of("{w}{t}", "{p}の{t}", "{s}、{t}と", "{t}日記")),
            new SampleGenre(
                    "ファンタジー",
                    0.8,
                    List.of(5, 0),
                    105,
                    3600,
                    List.of("魔法書", "竜", "時計塔", "妖精", "水晶", "地図", "扉"),
                    List.of("{w}{t}", "{t}の国", "{p}と{t}", "{s}の{t}伝説")),
            new SampleGenre(
                    "時代劇",
                    0.7,
                    List.of(7, 0),
                    92,
                    3100,
                    List.of("飛脚", "剣客", "町奉行", "宿場", "瓦版", "花火師", "渡し船"),
                    List.of("{p}{t}帖", "{w}{t}", "{s}の{t}", "{t}捕物控")),
            new SampleGenre(
                    "ミステリー",
                    1.0,
                    List.of(0, 13),
                    104,
                    3300,
                    List.of("密室", "時刻表", "招待状", "古書店", "灯台", "山荘", "足音"),
                    List.of("{p}の{t}", "{w}{t}", "{s}の{t}事件", "{t}の謎", "消えた{t}")));

    static final List<String> PLACES = List.of(
            "北海道", "函館", "津軽", "盛岡", "仙台", "会津", "日光", "房総", "鎌倉", "箱根", "信州", "越後", "金沢", "能登", "飛騨", "伊勢", "近江", "京都",
            "奈良", "丹波", "瀬戸内", "出雲", "萩", "四国", "道後", "高知", "博多", "長崎", "阿蘇", "薩摩", "奄美", "沖縄");
    static final List<String> SEASONS = List.of("春", "初夏", "夏", "秋", "晩秋", "冬", "雪", "雨");
    static final List<String> MOODS =
            List.of("小さな", "遠い", "静かな", "はじめての", "最後の", "青い", "不思議な", "やさしい", "名もなき", "あたらしい", "まよなかの", "ひだまりの");

    private SampleGenres() {}
}
