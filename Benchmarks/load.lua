-- The requests that wrk sends: bench writes what they are made of into the file that BENCH_REQUESTS names.
--
-- Request n is for unit n mod units and month n div units (or always the first month), so that no two
-- submissions of a run meet; BENCH_RESULT receives the counts.
local plan = dofile(os.getenv("BENCH_REQUESTS"))
local units, months = #plan.units, #plan.months
local format, gsub, floor = string.format, string.gsub, math.floor
local last

function setup(thread)
  -- One thread sends everything; more would share the CPUs with what is measured.
  last = thread
end

local function made(n)
  local unit = plan.units[n % units + 1]
  local month = plan.months[plan.advance and floor(n / units) % months + 1 or 1]
  local token = format("%057d", 0) .. gsub(gsub(unit, "R", "a"), "C", "c")
  local fill = { UNIT = unit, MONTH = month, TOKEN = token, KEY = format("bench-%012x", n) }
  local body = plan.bodies[n % #plan.bodies + 1] or ""
  return (gsub(plan.head, "@(%u+)@", fill)) .. "Content-Length: " .. #body .. "\r\n\r\n" .. body
end

-- Requests that only read are the same for each unit; making them anew would cost as much as answering.
local kept = {}

function init()
  n = plan.first
  if not plan.advance then
    for place = 0, units - 1 do kept[place] = made(place) end
  end
end

function request()
  local place = n
  n = n + 1
  return kept[place % units] or made(place)
end

function done(summary, latency)
  local file = io.open(os.getenv("BENCH_RESULT"), "w")
  local errors = summary.errors
  file:write(format(
    '{"requests": %d, "microseconds": %d, "next": %d, "p50": %d, "p95": %d, "p99": %d, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration, last:get("n"), latency:percentile(50), latency:percentile(95),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
  file:close()
end
