-- wrk: every request is another person's. MODE answer: a new answer each; MODE next: the next statement.
local people, at, turn = {}, tonumber(os.getenv("FIRST")), 0
local mode, base = os.getenv("MODE"), os.getenv("BASE")

for line in io.lines(os.getenv("CROWD")) do
  local fields = {}
  for field in line:gmatch("[^\t]+") do fields[#fields + 1] = field end
  people[#people + 1] = fields
end

function request()
  local person = at % #people + 1
  local fields = people[person]
  local headers = { Cookie = fields[1], ["Accept-Language"] = "en" }
  local address = fields[2 + math.floor(at / #people)]
  at = at + 1
  if mode == "next" then return wrk.format("GET", base, headers) end
  local other = person % 2 == 1 and "china" or "nato"
  headers["HX-Request"] = "true"
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local body = "vote=1&guess-" .. other .. "=60&comment=&go=save&csrfmiddlewaretoken=" .. os.getenv("TOKEN")
  return wrk.format("POST", address, headers, body)
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('RESULT {"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "bad": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.status, e.connect + e.read + e.write + e.timeout))
end
