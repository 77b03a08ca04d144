// Prepares what both clients need, as the office: a bloc of its own with one unit in it, which may still score itself.
// Everything that is sent and read is typed by what openapi-typescript makes from docs/openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "../artifacts/api.js";

const [sessionFile, settingsFile] = process.argv.slice(2) as [string, string];
const session = JSON.parse(readFileSync(sessionFile, "utf8"));
const baseUrl = session.api.replace(/\/$/, "");
const client = (token: string) => createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}`, "Accept-Language": "en" } });
const office = client(session.tokens.administrator);

/** What was answered; or the problem, with every fault. */
function must<T>(answer: { data?: T; error?: unknown; response: Response }, what: string): T {
  if (!answer.response.ok) throw new Error(`${what}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data as T;
}

/** A change of something that may be there already carries its ETag. */
const ifMatch = (read: { response: Response }) => ({ "If-Match": read.response.headers.get("etag") ?? "" });

const me = must(await client(session.tokens.unit).GET("/api/me"), "GetMe");
const unit = me.units[0]!;
const year = must(await office.GET("/api/cycles"), "ListCycles").cycles[0]!.year;
const [bloc, scheme, criterion, period] = ["khoi-cua-may-khach", "bang-diem-may-khach", "I.1", "nam"];

const path = { scheme };
const schemeRead = await office.GET("/api/schemes/{scheme}", { params: { path } });
must(await office.PUT("/api/schemes/{scheme}", {
  params: { path, header: schemeRead.response.ok ? ifMatch(schemeRead) : {} },
  body: {
    title: "Bảng điểm của máy khách", maximum: 100, ladder: [], tieBreaks: [],
    criteria: [
      { code: "I", parent: null, title: "Nhiệm vụ", kind: "group", maximum: 100 },
      { code: "I.1", parent: "I", title: "Hoàn thành chỉ tiêu", kind: "direct", maximum: 60, evidence: "whenClaimed" },
      { code: "I.2", parent: "I", title: "Báo cáo", kind: "direct", maximum: 40 },
    ],
  },
}), "PutScheme");

const blocRead = await office.GET("/api/blocs/{bloc}", { params: { path: { bloc } } });
must(await office.PUT("/api/blocs/{bloc}", {
  params: { path: { bloc }, header: blocRead.response.ok ? ifMatch(blocRead) : {} },
  body: { name: "Khối của máy khách", kind: "bloc", level: "subDepartment", statedMemberCount: null },
}), "PutBloc");
must(await office.PUT("/api/blocs/{bloc}/members/{unit}/{from}", {
  params: { path: { bloc, unit, from: `${year}-01-01` } }, body: { until: null, decision: "01/QĐ-UBND" },
}), "JoinBloc");

// The bloc's self-scoring is open all year, and for this unit longer: whatever the clock of the program says, it may score itself.
const cycleRead = await office.GET("/api/cycles/{year}", { params: { path: { year } } });
const selfScore = must(cycleRead, "GetCycle").stages.find((one) => one.period === period && one.stage === "self-score")!;
must(await office.PUT("/api/cycles/{year}/blocs/{bloc}", {
  params: { path: { year, bloc }, header: ifMatch(cycleRead) },
  body: { scheme: { id: scheme, version: 1 }, stages: [{ ...selfScore, opens: `${year}-01-01` }] },
}), "PutCycleBloc");

const stage = { year, unit, stage: "self-score" };
const extensionRead = await office.GET("/api/cycles/{year}/units/{unit}/extensions/{stage}", { params: { path: stage } });
must(await office.PUT("/api/cycles/{year}/units/{unit}/extensions/{stage}", {
  params: { path: stage, header: extensionRead.response.ok ? ifMatch(extensionRead) : {} },
  body: { closes: `${year + 1}-01-10`, reason: "Để thử máy khách." },
}), "ExtendDeadline");

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
writeFileSync(settingsFile, JSON.stringify({ api: baseUrl, unitToken: session.tokens.unit, year, period, bloc, unit, criterion, pdf }));
console.log(`prepared: ${unit} may score itself in ${bloc}, ${year}`);
