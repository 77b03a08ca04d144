#!/usr/bin/env bash
# Checks docs/openapi.json, makes two clients from it, and uses each for a save of scores and an upload of evidence.
#
#   tests/clients/run.sh              checks and compiles
#   tests/clients/run.sh SESSION      and uses them, against what `dotnet run local.cs` has started (SESSION: .local/session.json)
set -euo pipefail
session=${1:+$(realpath "$1")}
cd "$(dirname "$0")"
description=../../docs/openapi.json

say() { printf '\n== %s\n' "$*"; }

say "Install what the lock files say"
npm ci --no-audit --no-fund --ignore-scripts
dotnet tool restore
mkdir -p artifacts

say "Lint (spectral:oas)"
npx spectral lint "$description" --fail-severity warn

say "TypeScript: openapi-typescript and openapi-fetch"
# Without the option a member that has a default must be sent.
npx openapi-typescript "$description" -o artifacts/api.d.ts --default-non-nullable false
npx tsc -p typescript

say "C#: NSwag"
dotnet nswag openapi2csclient "/input:$description" /output:artifacts/Api.cs /namespace:Emulation /className:Api /jsonLibrary:SystemTextJson /generateOptionalParameters:true
dotnet build csharp -v quiet --nologo

if [ -n "$session" ]; then
  say "Use both"
  settings=$(mktemp)
  trap 'rm -f "$settings"' EXIT
  node artifacts/typescript/prepare.js "$session" "$settings"
  node artifacts/typescript/client.js "$settings"
  dotnet artifacts/bin/Client/debug/Client.dll "$settings"
  echo "Both clients saved scores and uploaded evidence."
fi
