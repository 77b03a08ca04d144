#!/usr/bin/env bash
# Runs every bash block of docs/first-hour.md as it is printed, in order and in one shell, against what `dotnet run local.cs` has started.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f .local/session.json ] || { echo "Start the program first: dotnet run local.cs" >&2; exit 1; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed 's/\r$//' docs/first-hour.md | sed -n '/^```bash$/,/^```$/{/^```/d;p}' > "$folder/commands"
bash -euo pipefail "$folder/commands" 2>&1 | tee "$folder/seen"

# The page says what is to be seen, refusals among it.
for sight in emulation-functions:forbidden '^submitted$' "state: 'preview'" so-b@thu.example: so-a@thu.example: '^returned$'; do
  grep -q -- "$sight" "$folder/seen" || { echo "Not seen: $sight" >&2; exit 1; }
done
echo "Every command of docs/first-hour.md did what it says."
