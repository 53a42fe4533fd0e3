// Calls the functions of a Torii server with Supabase's own client and prints what its caller gets, as JSON.
// Environment: TORII_URL, TORII_TOKEN (the signed-in user's), TORII_VIDEO (the UUID of a video).
import { createClient } from '@supabase/supabase-js';

// Node before 22 has no WebSocket, and the client wants one even where nothing is realtime.
class NoSocket {
  send() {}
  close() {}
}

const { TORII_URL, TORII_TOKEN, TORII_VIDEO } = process.env;
const client = createClient(TORII_URL, TORII_TOKEN, {
  auth: { persistSession: false, autoRefreshToken: false },
  realtime: { transport: NoSocket },
});
const recommendations = 'recommendations/enhanced_two_tower';
const likes = 'user-management/likes';

const calls = [
  ['like', likes, { body: { video_id: TORII_VIDEO, action: 'like' } }],
  ['likes', `${likes}?limit=2`, { method: 'GET' }],
  ['recommendations', recommendations, { body: { num_recommendations: 5, include_reasons: true } }],
  ['noBody', recommendations, {}],
  ['region', recommendations, { body: { limit: 1 }, region: 'ap-northeast-1' }],
  ['embedding', 'user_embedding_v2', { body: {} }],
  ['unlike', likes, { method: 'DELETE', body: { video_id: TORII_VIDEO } }],
  ['invalid', recommendations, { body: { num_recommendations: 0 } }],
  ['wrongMethod', recommendations, { method: 'GET' }],
  ['unknown', 'nowhere', { body: {} }],
  ['text', recommendations, { body: 'plain text' }],
  ['badToken', recommendations, { body: {}, headers: { Authorization: 'Bearer rubbish' } }],
];

const answers = {};
for (const [name, path, options] of calls) {
  const { data, error } = await client.functions.invoke(path, options);
  answers[name] = error
    ? { error: error.name, status: error.context?.status, body: await error.context?.json?.() }
    : { data };
}
console.log(JSON.stringify(answers));
