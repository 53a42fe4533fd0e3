package dev.torii.engine.ingest.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/// Answers ItemList the way DMM does, from a list of items: paging from 1, and every parameter repeated in the
/// answer, credentials included.
final class ItemListServer extends Dispatcher {
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> items = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private int claimedTotal = -1;
    private int failAt = -1;
    private int leastPerPage;
    private @Nullable Runnable onSecondRequest;

    void add(String item) {
        items.add(item);
    }

    void add(String id, String title) {
        items.add("{\"content_id\":\"" + id + "\",\"title\":\"" + title + "\","
                + "\"affiliateURL\":\"https://al.dmm.com/?lurl=x&af_id=someone-990&ch=api\"}");
    }

    void replace(int index, String item) {
        items.set(index, item);
    }

    /// The total that answers name, whatever there is.
    void claim(int total) {
        claimedTotal = total;
    }

    /// Pages hold at least so many items, however few are asked for.
    void leastPerPage(int count) {
        leastPerPage = count;
    }

    /// From this request on, counted from 1, the server refuses.
    void failFrom(int request) {
        failAt = request;
    }

    void onSecondRequest(Runnable action) {
        onSecondRequest = action;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        int number = requests.incrementAndGet();
        if (number == 2 && onSecondRequest != null) {
            onSecondRequest.run();
        }
        if (failAt > 0 && number >= failAt) {
            return new MockResponse.Builder()
                    .code(400)
                    .body("{\"result\":{\"status\":400,\"message\":\"BAD REQUEST for SecretApiId42\"}}")
                    .build();
        }
        int offset = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("offset")));
        int hits = Math.max(
                leastPerPage, Integer.parseInt(String.valueOf(request.getUrl().queryParameter("hits"))));
        return new MockResponse.Builder().body(page(request, offset, hits)).build();
    }

    private String page(RecordedRequest request, int offset, int hits) {
        ObjectNode answer = json.createObjectNode();
        ObjectNode parameters = answer.putObject("request").putObject("parameters");
        for (String name : request.getUrl().queryParameterNames()) {
            parameters.put(name, request.getUrl().queryParameter(name));
        }
        ObjectNode result = answer.putObject("result");
        ArrayNode page = result.putArray("items");
        for (int i = offset - 1; i < Math.min(items.size(), offset - 1 + hits); i++) {
            page.addRawValue(new RawValue(items.get(i)));
        }
        result.put("status", 200).put("result_count", page.size()).put("first_position", offset);
        result.put("total_count", claimedTotal < 0 ? items.size() : claimedTotal);
        return answer.toString();
    }
}
