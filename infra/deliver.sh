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
  listing=$(unzip -Z "$package")
  grep -q ' host\.json$' <<<"$listing" || fail "The package has no host.json at its root."
  grep -q '/function\.json$' <<<"$listing" || fail "The package has no function.json: not one function would be there."
  grep -Eq '^-rwx.* EmulationFunctions$' <<<"$listing" || fail "The program in the package cannot be executed: make the zip on Linux or macOS."
  if [[ $(az storage blob exists --account-name "$account" --container-name "$history" --name "$version.zip" --auth-mode login --query exists --output tsv) != true ]]; then
    az storage blob upload --account-name "$account" --container-name "$history" --name "$version.zip" \
      --file "$package" --auth-mode login --output none
  fi
fi

# The regular way. It has been seen to refuse custom handlers; then the package is put where the app runs it from, and the host is told.
if ! az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$package" --build-remote false --output none; then
  echo "The regular way was refused; the package is put into the container instead."
  az storage blob upload --account-name "$account" --container-name packages --name released-package.zip \
    --file "$package" --auth-mode login --overwrite --output none
  id=$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)
  az rest --method post --url "https://management.azure.com$id/syncfunctiontriggers?api-version=2025-03-01" --output none
  az functionapp restart --resource-group "$group" --name "$app" --output none
fi

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
