// Saves scores and uploads evidence by the client that openapi-typescript makes from docs/openapi.json.
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "../artifacts/api.js";

const settings = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const { year, period, bloc, unit, criterion } = settings as { year: number; period: string; bloc: string; unit: string; criterion: string };
const api = createClient<paths>({ baseUrl: settings.api, headers: { Authorization: `Bearer ${settings.unitToken}`, "Accept-Language": "en" } });
const path = { year, period, bloc, unit };

const read = await api.GET("/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}", { params: { path } });
if (!read.data) throw new Error(`GetSheet: ${JSON.stringify(read.error)}`);

const saved = await api.PATCH("/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/scores", {
  params: { path, header: { "If-Match": read.response.headers.get("etag")! } },
  body: { scores: [{ criterion, points: 20.5, explanation: "Hoàn thành 10/12 chỉ tiêu." }] },
});
if (!saved.data) throw new Error(`SaveScores: ${saved.error.status} ${saved.error.detail} ${JSON.stringify(saved.error.faults)}`);
console.log(`TypeScript: saved, the sheet is ${saved.data.state}, ETag ${saved.response.headers.get("etag")}`);

// A file is a string to the types of openapi-typescript; what is sent is a Blob.
const uploaded = await api.POST("/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/evidence", {
  params: { path, query: { criterion, name: "Báo cáo từ TypeScript.pdf" } },
  body: settings.pdf,
  bodySerializer: (file) => new Blob([file]),
  headers: { "Content-Type": "application/octet-stream" },
});
if (!uploaded.data) throw new Error(`UploadEvidence: ${uploaded.error.status} ${uploaded.error.detail}`);
console.log(`TypeScript: uploaded ${uploaded.data.name}, ${uploaded.data.bytes} bytes, ${uploaded.data.type}`);

const after = await api.GET("/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}", { params: { path } });
if (!after.data?.scores.some((score) => score.criterion === criterion && score.points === 20.5)) throw new Error("What was saved is not there.");
