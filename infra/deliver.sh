#!/usr/bin/env bash
# Delivers a package to the function app, waits until the new version answers, and says so.
#
#   infra/deliver.sh RESOURCE_GROUP APP PACKAGE.zip VERSION   delivers a new package and keeps it in the history
#   infra/deliver.sh RESOURCE_GROUP APP --back VERSION        delivers a package of the history again (roll-back)
#   infra/deliver.sh RESOURCE_GROUP APP --history             lists the versions that can be delivered again
#
# Needs: az (signed in), curl, unzip. Rights: Website Contributor on the app, Storage Blob Data Contributor on the host's account.
set -euo pipefail

fail() {
  echo "$1" >&2
  exit 1
}

[[ $# -ge 3 ]] || fail "Usage: infra/deliver.sh RESOURCE_GROUP APP PACKAGE.zip VERSION | --back VERSION | --history"
group=$1 app=$2 what=$3 version=${4:-}
history=package-history
for tool in az curl unzip; do
  command -v "$tool" >/dev/null || fail "'$tool' is missing on this machine."
done
account=$(az functionapp config appsettings list --resource-group "$group" --name "$app" \
  --query "[?name=='AzureWebJobsStorage__accountName'].value | [0]" --output tsv)
[[ -n $account ]] || fail "The app '$app' was not found in '$group', or it has no host storage: run the Bicep deployment first."

if [[ $what == --history ]]; then
  az storage blob list --account-name "$account" --container-name "$history" --auth-mode login \
    --query "sort_by([].{version: name, made: properties.creationTime}, &made)" --output table
  exit 0
fi

[[ $version =~ ^[0-9A-Za-z.+-]{1,60}$ ]] || fail "VERSION may hold letters, digits, dots, plus and hyphens."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/package.zip

if [[ $what == --back ]]; then
  az storage blob download --account-name "$account" --container-name "$history" --name "$version.zip" \
    --file "$package" --auth-mode login --output none || fail "Version $version is not in the history: see --history."
else
  [[ -f $what ]] || fail "There is no file '$what'."
  cp "$what" "$package"
fi

# What the host looks for. A package that lacks some of it is taken and then has no functions.
listing=$(unzip -Z1 "$package")
for file in host.json worker.config.json functions.metadata EmulationFunctions.dll; do
  grep -Fqx "$file" <<<"$listing" || fail "The package has no $file at its root."
done
grep -q '^\.azurefunctions/.' <<<"$listing" || fail "The package lacks the hidden folder .azurefunctions: zip the folder itself ('.'), not what it shows ('*')."
[[ $what == --back ]] || grep -Fqx portal/index.html <<<"$listing" || fail "The package has no page (portal/index.html): make it by 'dotnet publish', which builds the page."
metadata=$(unzip -p "$package" functions.metadata)
grep -q '"entryPoint"' <<<"$metadata" || fail "The package's functions.metadata names no function."

if [[ $what != --back && $(az storage blob exists --account-name "$account" --container-name "$history" --name "$version.zip" --auth-mode login --query exists --output tsv) != true ]]; then
  az storage blob upload --account-name "$account" --container-name "$history" --name "$version.zip" \
    --file "$package" --auth-mode login --output none
fi

az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --build-remote false --output none

address="https://$(az functionapp show --resource-group "$group" --name "$app" --query defaultHostName --output tsv)/api/health"
for attempt in $(seq 1 40); do
  status=$(curl --silent --max-time 30 --output "$work/health" --write-out '%{http_code}' "$address" || true)
  running=$(grep -o '"version": *"[^"]*"' "$work/health" 2>/dev/null | head -n 1 | cut -d '"' -f 4 || true)
  # The version may carry the commit after a plus.
  if [[ $status == 200 && ${running%%+*} == "${version%%+*}" ]]; then
    echo "Version $running answers."
    exit 0
  fi
  echo "Attempt $attempt: status $status, version ${running:-unknown}."
  sleep 10
done
fail "Version $version does not answer at $address. The version before it can be brought back with --back."
