#!/usr/bin/env bash
# Makes, or brings up to date, the app registration that tokens for EmulationFunctions are issued for. May be run again at any time.
#
#   infra/entra/register.sh [--name NAME] [--redirect ADDRESS]...
#
#   --name      unique name of the registration; default emulation. Give each environment its own.
#   --redirect  address to which signing in comes back (single-page application, PKCE): https://HOST/portal/ of the units' page, and
#               http://localhost:7071/portal/ to try it against this directory on your own machine. Those that are given replace those of before.
#
# Needs: az, signed in as somebody who may make applications (Application Administrator or Cloud Application Administrator).
# Makes no secret: people sign in with PKCE or the Azure CLI, programs with a managed identity.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The Azure CLI itself, the same in every directory.
azure_cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
name=emulation
redirects=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --name) name=${2:?"--name needs a value"}; shift 2 ;;
    --redirect) redirects+=("${2:?"--redirect needs a value"}"); shift 2 ;;
    *) fail "Unknown argument: $1" ;;
  esac
done
[[ $name =~ ^[a-z0-9][a-z0-9-]{1,60}$ ]] || fail "The name may hold small letters, digits and hyphens."
for address in ${redirects[@]+"${redirects[@]}"}; do
  [[ $address == https://* || $address == http://localhost* ]] || fail "A redirect address must begin with https:// (or be http://localhost): $address"
done
signed_in

# Graph finds the registration by its unique name, or makes it: running this twice makes one.
az rest --method patch --url "$graph/applications(uniqueName='$name')" \
  --headers "Content-Type=application/json" "Prefer=create-if-missing" \
  --body "@$here/application.json" --output none
app_id=$(az rest --method get --url "$graph/applications(uniqueName='$name')?\$select=appId" --query appId --output tsv)
is_guid "$app_id" || fail "The registration '$name' was not found after it was made."

# The directory takes a moment to know a new registration everywhere.
for attempt in 1 2 3 4 5 6; do
  if az rest --method patch --url "$graph/applications(uniqueName='$name')" \
    --headers "Content-Type=application/json" \
    --body "{\"identifierUris\":[\"api://$app_id\"]}" --output none; then
    break
  fi
  [[ $attempt -lt 6 ]] || fail "The address api://$app_id could not be set."
  sleep 10
done

# The Azure CLI may ask for tokens: administrators work with it before there is a page. The scope must exist before it is named here.
scope_id=$(az rest --method get --url "$graph/applications(uniqueName='$name')?\$select=api" --query "api.oauth2PermissionScopes[?value=='access_as_user'].id | [0]" --output tsv)
az rest --method patch --url "$graph/applications(uniqueName='$name')" \
  --headers "Content-Type=application/json" \
  --body "{\"api\":{\"preAuthorizedApplications\":[{\"appId\":\"$azure_cli\",\"delegatedPermissionIds\":[\"$scope_id\"]}]}}" --output none

if [[ ${#redirects[@]} -gt 0 ]]; then
  list=$(printf '"%s",' "${redirects[@]}")
  az rest --method patch --url "$graph/applications(uniqueName='$name')" \
    --headers "Content-Type=application/json" \
    --body "{\"spa\":{\"redirectUris\":[${list%,}]}}" --output none
fi

# consent RESOURCE SCOPES: everybody in the directory lets this registration ask for them, so that nobody is asked when signing in to the page.
consent() {
  local client grant
  client=$(az rest --method get --url "$graph/servicePrincipals(appId='$app_id')?\$select=id" --query id --output tsv)
  grant=$(az rest --method get --url "$graph/servicePrincipals/$client/oauth2PermissionGrants" \
    --query "value[?resourceId=='$1' && consentType=='AllPrincipals'].id | [0]" --output tsv)
  if [[ -n $grant && $grant != None ]]; then
    az rest --method patch --url "$graph/oauth2PermissionGrants/$grant" \
      --headers "Content-Type=application/json" --body "{\"scope\":\"$2\"}" --output none
  else
    az rest --method post --url "$graph/oauth2PermissionGrants" --headers "Content-Type=application/json" \
      --body "{\"clientId\":\"$client\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$1\",\"scope\":\"$2\"}" --output none
  fi
}

# Only people and programs who were given a role get a token at all.
az rest --method patch --url "$graph/servicePrincipals(appId='$app_id')" \
  --headers "Content-Type=application/json" "Prefer=create-if-missing" \
  --body '{"appRoleAssignmentRequired":true}' --output none

required=$(az rest --method get --url "$graph/servicePrincipals(appId='$app_id')?\$select=appRoleAssignmentRequired" --query appRoleAssignmentRequired --output tsv)
[[ $required == true ]] || fail "Assignment is not required on '$name': set it in Enterprise applications, Properties."
version=$(az rest --method get --url "$graph/applications(uniqueName='$name')?\$select=api" --query api.requestedAccessTokenVersion --output tsv)
[[ $version == 2 ]] || fail "The registration gives version $version tokens; the program takes version 2 only."

if [[ ${#redirects[@]} -gt 0 ]]; then
  # The page asks in the name of the API itself; and Microsoft Graph, the same in every directory, for who has signed in.
  for resource in "$app_id access_as_user" "00000003-0000-0000-c000-000000000000 openid profile offline_access"; do
    consent "$(az rest --method get --url "$graph/servicePrincipals(appId='${resource%% *}')?\$select=id" --query id --output tsv)" "${resource#* }"
  done
fi

echo "Directory (tenant) id: $(az account show --query tenantId --output tsv)"
echo "Client id:             $app_id"
echo
echo "For the parameter files:"
echo "  export EMULATION_API_CLIENT_ID=$app_id"
