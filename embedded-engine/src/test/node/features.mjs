// Computes the features of the examples with the program that the export ships, and prints the largest difference.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, examplesFile] = process.argv.slice(2);
const { TowerFeatures } = await import(pathToFileURL(join(folder, 'features/features.mjs')));
const read = async file => {
  const bytes = await readFile(join(folder, file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
};
const specification = JSON.parse(await readFile(join(folder, 'features/features.json'), 'utf8'));
const features = new TowerFeatures(specification, await read('items.bin'), await read('terms.bin'));
const examples = JSON.parse(await readFile(examplesFile, 'utf8'));

let largest = 0;
let values = 0;
function compare(where, expected, found) {
  for (const [name, value] of Object.entries(expected)) {
    const wanted = [value].flat();
    const computed = [found[name]].flat();
    if (wanted.length !== computed.length) {
      throw new Error(`${where}.${name}: ${computed.length} values, not ${wanted.length}`);
    }
    const exact = ['slot', 'slots', 'tokens', 'termTokens', 'genres', 'empty'].includes(name);
    wanted.forEach((one, i) => {
      const far = Math.abs(one - computed[i]);
      if (Number.isNaN(far) || far > (exact ? 0 : 1e-5)) {
        throw new Error(`${where}.${name}[${i}]: ${computed[i]}, not ${one}`);
      }
      largest = Math.max(largest, far);
      values++;
    });
  }
}

examples.videos.forEach(({ video, features: expected }, i) => compare(`videos[${i}]`, expected, features.video(video)));
const videos = examples.videos.map(example => example.video);
const withoutWords = ({ words, ...rest }) => rest; // the user tower needs none
examples.users.forEach(({ history, features: expected }, i) => {
  const entries = history.map(entry => ({ ...entry, video: withoutWords(videos[entry.video]) }));
  compare(`users[${i}]`, expected, features.user(entries));
});
const latin = features.video({ ...videos[0], title: 'The Third Man, Vol. 2', words: null });
if (!latin.wordsComplete || features.video({ ...videos[0], title: '第三の男', words: null }).wordsComplete) {
  throw new Error('wordsComplete is wrong');
}
console.log(`${examples.videos.length} videos, ${examples.users.length} users, ${values} values`);
console.log(largest);
