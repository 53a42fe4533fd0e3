// Computes the features of videos and users as features.json and FEATURES.md describe them. No dependencies; runs in
// Node, Deno and browsers.
//
//   const features = new TowerFeatures(featuresJson, itemsBin, termsBin);   // parsed JSON, two ArrayBuffers
//   const user = features.user([{ video, kind: 'LIKE', value: 1, at: '2026-01-31T12:00:00Z' }, ...]);  // newest first
//   const { indices, weights, width } = padded([user], 'slots', 'slotWeights');
//
// A video is { id, title, terms: [{ kind, id }], price, durationSeconds, releasedAt, ratingAverage, ratingCount, words }.
// What is unknown is null or absent. `words` are the words of the title; JavaScript has no Japanese dictionary, so where
// they are absent only Latin words are found, and `wordsComplete` of the features is false for a Japanese title. The
// user tower does not need words.

const MASK = (1n << 64n) - 1n;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

export class TowerFeatures {
  #spec;
  #settings;
  #constants;
  #slots = new Map();
  #known = new Set();
  #fields = new Map();
  #keys = new Map();
  #genreColumns;

  constructor(spec, items, terms) {
    this.#spec = spec;
    this.#settings = spec.settings;
    this.#constants = Object.fromEntries(
      ['start', 'prime', 'separator', 'firstFactor', 'secondFactor'].map(name => [name, BigInt(spec.hash[name])]));
    this.#constants.seeds = spec.hash.seeds.map(BigInt);
    const ids = new Uint8Array(items);
    for (let at = 0, slot = 1; at < ids.length; at += 16, slot++) {
      this.#slots.set(uuid(ids.subarray(at, at + 16)), slot);
    }
    const keys = new DataView(terms);
    for (let at = 0; at < keys.byteLength; at += 8) this.#known.add(keys.getBigUint64(at));
    this.#genreColumns = new Map(this.#settings.genres.map((genre, column) => [genre.genre, column]));
  }

  video(video) {
    const described = this.#described(video);
    const title = this.#title(video);
    const words = this.#rows(sorted(title.words.map(word => this.#key(this.#spec.title.wordField, word))));
    const grams = this.#rows(sorted(title.grams.map(gram => this.#key(this.#spec.title.gramField, gram))));
    return {
      slot: described.slot,
      tokens: [...described.tokens, ...words.rows, ...grams.rows],
      weights: [...described.weights, ...words.weights, ...grams.weights],
      termTokens: described.tokens.length,
      genres: described.genres,
      numeric: this.#videoNumbers(video),
      wordsComplete: title.complete,
    };
  }

  // history: newest first; where the features are `empty`, the user has no vector yet: do not ask the tower
  user(history) {
    const entries = this.#positives(history);
    const times = entries.map(entry => seconds(entry.at));
    const newest = Math.max(0, ...times);
    const known = times.filter(time => time > 0);
    const oldest = known.length > 0 ? Math.min(...known) : 0;
    const videos = entries.map(entry => this.#described(entry.video));
    const weights = times.map(time => this.#entryWeight(time, newest));
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    const scale = squares > 0 ? Math.fround(1 / Math.sqrt(squares)) : 0;
    const slots = [];
    const slotWeights = [];
    const bag = new Map();
    videos.forEach((video, i) => {
      const weight = Math.fround(weights[i] * scale);
      if (video.slot > 0) {
        slots.push(video.slot);
        slotWeights.push(weight);
      }
      video.tokens.forEach((token, t) => {
        const part = Math.fround(weight * video.weights[t]);
        bag.set(token, bag.has(token) ? Math.fround(bag.get(token) + part) : part);
      });
    });
    const tokens = [...bag.keys()].sort((a, b) => a - b);
    return {
      slots,
      slotWeights,
      tokens,
      tokenWeights: tokens.map(token => bag.get(token)),
      numeric: this.#userNumbers(videos, weights, oldest, newest),
      empty: entries.length === 0 || (slots.length === 0 && tokens.length === 0),
    };
  }

  // what the user tower sees of a video
  #described(video) {
    const ignored = this.#spec.terms.ignoredKinds;
    const keys = video.terms
      .filter(term => !ignored.includes(term.kind))
      .map(term => this.#key(term.kind, term.id))
      .filter(key => this.#known.has(key));
    const { rows, weights } = this.#rows([...new Set(keys)]);
    const genres = video.terms
      .filter(term => term.kind === 'GENRE' && this.#genreColumns.has(term.id))
      .map(term => this.#genreColumns.get(term.id));
    return { slot: this.#slots.get(video.id) ?? 0, tokens: rows, weights, genres: [...new Set(genres)] };
  }

  #title(video) {
    const all = [...video.title.normalize('NFKC').toLowerCase()].slice(0, this.#spec.title.longest);
    const grams = [];
    for (const run of runs(all, character => LETTER_OR_DIGIT.test(character))) {
      for (const length of this.#spec.title.gramLengths) {
        for (let first = 0; first + length <= run.length; first++) grams.push(run.slice(first, first + length).join(''));
      }
    }
    if (video.words) return { grams, words: video.words, complete: true };
    const latin = character => character.codePointAt(0) < this.#spec.title.latinBelow && LETTER_OR_DIGIT.test(character);
    const complete = all.every(character => latin(character) || !LETTER_OR_DIGIT.test(character));
    return { grams, words: runs(all, latin).map(run => run.join('')), complete };
  }

  #rows(keys) {
    const rows = [];
    const last = BigInt(this.#settings.contentBuckets - 1);
    for (const key of keys) {
      for (const seed of this.#constants.seeds) rows.push(Number(this.#mix(key ^ seed) & last));
    }
    return { rows, weights: rows.map(() => Math.fround(1 / Math.sqrt(rows.length))) };
  }

  #key(field, text) {
    const name = `${field}\u0000${text}`;
    let key = this.#keys.get(name);
    if (key === undefined) {
      if (!this.#fields.has(field)) {
        this.#fields.set(field, this.#mix(this.#absorb(this.#constants.start, field) ^ this.#constants.separator));
      }
      key = this.#mix(this.#absorb(this.#fields.get(field), text));
      if (this.#keys.size < 100_000) this.#keys.set(name, key);
    }
    return key;
  }

  #absorb(state, text) {
    let hash = state;
    for (let i = 0; i < text.length; i++) {
      hash = ((hash ^ BigInt(text.charCodeAt(i))) * this.#constants.prime) & MASK;
      hash ^= hash >> 29n;
    }
    return hash;
  }

  #mix(value) {
    let z = value;
    z = ((z ^ (z >> 30n)) * this.#constants.firstFactor) & MASK;
    z = ((z ^ (z >> 27n)) * this.#constants.secondFactor) & MASK;
    return z ^ (z >> 31n);
  }

  #videoNumbers(video) {
    const age = present(video.releasedAt)
      ? Math.floor((Date.parse(this.#settings.reference) - Date.parse(video.releasedAt)) / 1000) / 86400
      : null;
    const raw = [
      logarithm(age),
      logarithm(video.durationSeconds),
      logarithm(video.price),
      logarithm(video.ratingCount),
      present(video.ratingAverage) ? video.ratingAverage : null,
    ];
    return raw.flatMap((value, i) => {
      if (value === null) return [0, 1];
      const { mean, deviation } = this.#settings.scales[i];
      return [deviation > 0 ? Math.fround(clamp((value - mean) / deviation, this.#spec.numeric.limit)) : 0, 0];
    });
  }

  #positives(history) {
    const decided = new Set();
    const positives = [];
    for (const entry of history) {
      const positive = this.#isPositive(entry);
      if ((positive || entry.kind === 'SKIP') && !decided.has(entry.video.id)) {
        decided.add(entry.video.id);
        if (positive && positives.push(entry) === this.#settings.historyLimit) break;
      }
    }
    return positives;
  }

  #isPositive(entry) {
    switch (entry.kind) {
      case 'LIKE': case 'PURCHASE': return true;
      case 'RATING': return entry.value >= this.#settings.minRating;
      case 'VIEW': return entry.value >= this.#spec.history.watched;
      default: return false;
    }
  }

  #entryWeight(time, newest) {
    const halfLife = this.#settings.halfLifeDays;
    if (halfLife <= 0 || time <= 0 || newest <= time) return 1;
    return Math.fround(0.5 ** ((newest - time) / 86400 / halfLife));
  }

  #userNumbers(videos, weights, oldest, newest) {
    const { genreColumns, prior, most } = this.#spec.history;
    const columns = new Array(genreColumns + 5).fill(0);
    if (videos.length === 0) return columns;
    const own = new Array(genreColumns).fill(0);
    videos.forEach((video, i) => video.genres.forEach(genre => { own[genre] += weights[i]; }));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const squares = weights.reduce((total, weight) => total + weight * weight, 0);
    const effective = sum * sum / squares;
    const shares = this.#settings.genres.map((genre, g) => own[g] / sum);
    this.#settings.genres.forEach(({ share }, g) => {
      const lift = (effective * shares[g] + prior * share) / ((effective + prior) * share);
      columns[g] = Math.fround(clamp(Math.log(lift), most));
    });
    const all = shares.reduce((total, share) => total + share, 0);
    let entropy = 0;
    for (const share of shares) {
      const part = all > 0 ? share / all : 0;
      entropy -= part > 1e-9 ? part * Math.log(part) : 0;
    }
    columns[genreColumns] = Math.fround(Math.log1p(videos.length) / 3);
    if (newest > 0) {
      columns[genreColumns + 1] = logarithmOfDays(seconds(this.#settings.activityReference) - newest);
      columns[genreColumns + 2] = logarithmOfDays(newest - (oldest > 0 ? oldest : newest));
    } else {
      columns[genreColumns + 3] = 1;
    }
    columns[genreColumns + 4] = Math.fround(entropy / 2);
    return columns;
  }
}

// Bags of several rows as one rectangle, short rows filled with index 0 and weight 0; both as plain arrays of rows.
export function padded(rows, indices, weights) {
  const width = Math.max(1, ...rows.map(row => row[indices].length));
  const fill = values => [...values, ...new Array(width - values.length).fill(0)];
  return { width, indices: rows.map(row => fill(row[indices])), weights: rows.map(row => fill(row[weights])) };
}

function runs(characters, belongs) {
  const found = [[]];
  for (const character of characters) {
    if (belongs(character)) found.at(-1).push(character);
    else if (found.at(-1).length > 0) found.push([]);
  }
  return found.filter(run => run.length > 0);
}

// distinct, ascending as signed numbers of 64 bits
function sorted(keys) {
  const signed = key => BigInt.asIntN(64, key);
  return [...new Set(keys)].sort((a, b) => (signed(a) < signed(b) ? -1 : 1));
}

function uuid(bytes) {
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const present = value => value !== null && value !== undefined;
const logarithm = value => (present(value) ? Math.log1p(Math.max(0, value)) : null);
const logarithmOfDays = time => Math.fround(Math.log1p(Math.max(0, time) / 86400) / 4);
const seconds = moment => Math.floor(Date.parse(moment) / 1000);
const clamp = (value, limit) => Math.min(limit, Math.max(-limit, value));
