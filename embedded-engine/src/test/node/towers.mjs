// Loads both exported towers with TensorFlow.js over HTTP, as an edge function does, computes the vectors of the
// examples' features, and prints the largest difference from the examples' vectors.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';

const [folder, examplesFile] = process.argv.slice(2);
const examples = JSON.parse(await readFile(examplesFile, 'utf8'));
await tf.setBackend('cpu');
const ROWS_A_CALL = 32;

const server = createServer(async (request, response) => {
  const file = normalize(join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname)));
  try {
    if (!file.startsWith(normalize(folder) + sep)) throw new Error('outside');
    response.end(await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;

function bag(rows, indices, weights) {
  const width = Math.max(1, ...rows.map(row => row[indices].length));
  const fill = values => values.concat(new Array(width - values.length).fill(0));
  return [
    tf.tensor2d(rows.map(row => fill(row[indices])), undefined, 'int32'),
    tf.tensor2d(rows.map(row => fill(row[weights])), undefined, 'float32'),
  ];
}

async function difference(tower, examples, inputsOf) {
  const cases = examples.filter(example => !example.features.empty); // the others have no vector
  if (examples.some(example => example.features.empty && example.vector.some(value => value !== 0))) {
    throw new Error(`${tower}: an empty example has a vector`);
  }
  const model = await tf.loadLayersModel(`${address}/${tower}/model.json`);
  let largest = 0;
  for (let from = 0; from < cases.length; from += ROWS_A_CALL) {
    const part = cases.slice(from, from + ROWS_A_CALL);
    const vectors = tf.tidy(() => {
      const named = inputsOf(part.map(example => example.features));
      return model.predict(model.inputNames.map(name => named[name])).arraySync();
    });
    part.forEach((example, row) => {
      if (vectors[row].length !== example.vector.length) throw new Error(`${tower}: ${vectors[row].length} columns`);
      example.vector.forEach((expected, i) => {
        const far = Math.abs(vectors[row][i] - expected);
        largest = Number.isNaN(far) ? Infinity : Math.max(largest, far);
      });
    });
  }
  console.log(`${tower}: ${cases.length} vectors, largest difference ${largest}`);
  return largest;
}

const item = await difference('item_tower', examples.videos, rows => {
  const [tokens, token_weights] = bag(rows, 'tokens', 'weights');
  const slots = tf.tensor2d(rows.map(row => [row.slot]), undefined, 'int32');
  return { slots, tokens, token_weights, numeric: tf.tensor2d(rows.map(row => row.numeric)) };
});
const user = await difference('user_tower', examples.users, rows => {
  const [slots, slot_weights] = bag(rows, 'slots', 'slotWeights');
  const [tokens, token_weights] = bag(rows, 'tokens', 'tokenWeights');
  return { slots, slot_weights, tokens, token_weights, numeric: tf.tensor2d(rows.map(row => row.numeric)) };
});
server.close();
console.log(Math.max(item, user));
