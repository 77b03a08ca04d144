#!/usr/bin/env bash
# Gives a person, a group or a program a role. May be run again at any time.
#
#   infra/entra/grant.sh CLIENT_ID WHO ROLE
#
#   CLIENT_ID  what register.sh printed
#   WHO        sign-in name of a person (clerk@example.gov.vn), or the object id of a person, group or service principal
#   ROLE       Emulation.Admin | Emulation.Council | Emulation.Reader | Emulation.Officer
#
# Emulation.Officer only opens the door. For which unit the officer acts is a row of ours: PUT the officer with the ids printed below.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -eq 3 ]] || fail "Usage: infra/entra/grant.sh CLIENT_ID WHO ROLE"
client_id=$1 who=$2 role=$3
is_guid "$client_id" || fail "CLIENT_ID must be a GUID: $client_id"
role_id=$(role_id "$role") || fail "There is no role '$role' in infra/entra/application.json."
signed_in

if is_guid "$who"; then
  object_id=$who
else
  object_id=$(az ad user show --id "$who" --query id --output tsv) || fail "There is no person '$who' in this directory."
fi
kind=$(az rest --method get --url "$graph/directoryObjects/$object_id" --query '"@odata.type"' --output tsv) || fail "There is nothing with the id $object_id in this directory."

# Guests of other directories are refused by the program, so they are refused here too.
if [[ $kind == "#microsoft.graph.user" ]]; then
  type=$(az rest --method get --url "$graph/users/$object_id?\$select=userType" --query userType --output tsv)
  [[ $type != Guest ]] || fail "'$who' is a guest. Only people of this directory may sign in."
fi

service_id=$(az rest --method get --url "$graph/servicePrincipals(appId='$client_id')?\$select=id" --query id --output tsv) || fail "Run register.sh first: $client_id is not known in this directory."

have=$(az rest --method get --url "$graph/servicePrincipals/$service_id/appRoleAssignedTo?\$top=999" \
  --query "length(value[?principalId=='$object_id' && appRoleId=='$role_id'])" --output tsv)
if [[ $have == 0 ]]; then
  az rest --method post --url "$graph/servicePrincipals/$service_id/appRoleAssignedTo" \
    --headers "Content-Type=application/json" \
    --body "{\"principalId\":\"$object_id\",\"resourceId\":\"$service_id\",\"appRoleId\":\"$role_id\"}" --output none
  echo "Given: $role"
else
  echo "Was given before: $role"
fi
echo "tid: $(az account show --query tenantId --output tsv)"
echo "oid: $object_id"
