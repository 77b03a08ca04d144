#!/usr/bin/env bash
# openapi-typescript 7.13.0 with typescript 5.9.3 (npm)
#
# Guess:  a member that a schema does not list under "required" may be left out of what a generated client sends, and one
#         with a "default" all the more: the default is what the server takes when it is missing.
# Seen:   of two members that are not required, the one with a default becomes a required member of the type, and a body
#         without it does not compile (TS2741). One type serves both directions, and it is written from the reader's side. With
#         --default-non-nullable false it compiles.
# Matter: a description written from C# records has a default for nearly every optional member. A scheme of criteria could
#         only be sent with all its rounding and bonus rules spelled out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts openapi-typescript@7.13.0 typescript@5.9.3 > /dev/null
cat > api.json <<'JSON'
{
  "openapi": "3.1.1",
  "info": { "title": "Schemes", "version": "1" },
  "paths": {},
  "components": {
    "schemas": {
      "Scheme": {
        "type": "object",
        "required": ["title"],
        "properties": {
          "title": { "type": "string" },
          "note": { "type": "string" },
          "shownDecimals": { "type": "integer", "default": 2 }
        }
      }
    }
  }
}
JSON
cat > send.ts <<'TS'
import type { components } from "./api.js";
export const body: components["schemas"]["Scheme"] = { title: "Bảng điểm" };
TS

compile() {
  npx openapi-typescript api.json -o api.d.ts "$@" > /dev/null 2>&1
  if npx tsc --noEmit --strict --module nodenext send.ts > log 2>&1; then echo "compiles"; else grep -o 'TS[0-9]*' log | sort -u | tr '\n' ' '; fi
}

plain=$(compile) told=$(compile --default-non-nullable false)
echo "as it comes: $plain"
echo "with --default-non-nullable false: $told"
[ "$plain" = "TS2741 " ] && [ "$told" = "compiles" ]
