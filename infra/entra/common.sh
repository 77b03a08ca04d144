# What the scripts here share. Sourced, not run.
set -euo pipefail

graph=https://graph.microsoft.com/v1.0

fail() {
  echo "$1" >&2
  exit 1
}

signed_in() {
  command -v az >/dev/null || fail "The Azure CLI (az) is missing: https://learn.microsoft.com/cli/azure/install-azure-cli"
  az account show --output none 2>/dev/null || fail "Nobody is signed in: run 'az login --tenant <directory>' first."
}

is_guid() {
  [[ $1 =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]]
}

# The id of a role, without jq: the file is ours, one member a line.
role_id() {
  local name=$1 file
  file="$(dirname "${BASH_SOURCE[0]}")/application.json"
  # One role spans several lines, its id before its value.
  awk -v want="\"$name\"" '
    /"id":/ { split($0, parts, "\""); id = parts[4] }
    /"value":/ && index($0, want) { print id; found = 1 }
    END { exit !found }' "$file"
}
