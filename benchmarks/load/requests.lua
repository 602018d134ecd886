-- Sends the paths of a file one after the other, each thread from its own place, and reports in one line.
-- PATHS: the file. PAUSE: milliseconds that each client waits before a request.
local requests, place = {}, 0
local pause = tonumber(os.getenv("PAUSE") or "0")
local threads = 0

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

function init()
   local accept = { ["Accept"] = "application/sparql-results+json" }
   for path in io.lines(os.getenv("PATHS")) do
      requests[#requests + 1] = wrk.format("GET", path, accept)
   end
   place = number * 7919
end

function request()
   place = place + 1
   return requests[(place - 1) % #requests + 1]
end

if pause > 0 then
   function delay() return pause end
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '{"requests": %d, "seconds": %f, "bytes": %d, "failed": %d, "broken": %d, "p50": %f, "p99": %f, "most": %f}\n',
      summary.requests, summary.duration / 1e6, summary.bytes, errors.status,
      errors.connect + errors.read + errors.write + errors.timeout,
      latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
