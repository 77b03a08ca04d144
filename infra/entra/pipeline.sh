#!/usr/bin/env bash
# Makes the identity that a GitHub workflow signs in with. No secret: GitHub's own token is exchanged (OpenID Connect).
#
#   infra/entra/pipeline.sh OWNER/REPOSITORY ENVIRONMENT
#
#   ENVIRONMENT  name of the GitHub environment; only jobs of this environment get in
#
# The identity has no right by itself. docs/deploy.md says which rights which environment gets.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -eq 2 ]] || fail "Usage: infra/entra/pipeline.sh OWNER/REPOSITORY ENVIRONMENT"
repository=$1 environment=$2
[[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] || fail "The repository must be given as OWNER/REPOSITORY."
[[ $environment =~ ^[a-z0-9][a-z0-9-]{1,40}$ ]] || fail "The environment may hold small letters, digits and hyphens."
signed_in

name="emulation-pipeline-$environment"
az rest --method patch --url "$graph/applications(uniqueName='$name')" \
  --headers "Content-Type=application/json" "Prefer=create-if-missing" \
  --body "{\"displayName\":\"EmulationFunctions pipeline ($environment)\",\"signInAudience\":\"AzureADMyOrg\"}" --output none
app_id=$(az rest --method get --url "$graph/applications(uniqueName='$name')?\$select=appId" --query appId --output tsv)
is_guid "$app_id" || fail "The registration '$name' was not found after it was made."

az rest --method patch --url "$graph/applications(uniqueName='$name')/federatedIdentityCredentials(name='github')" \
  --headers "Content-Type=application/json" "Prefer=create-if-missing" \
  --body "{\"issuer\":\"https://token.actions.githubusercontent.com\",\"subject\":\"repo:$repository:environment:$environment\",\"audiences\":[\"api://AzureADTokenExchange\"]}" --output none

az rest --method patch --url "$graph/servicePrincipals(appId='$app_id')" \
  --headers "Content-Type=application/json" "Prefer=create-if-missing" \
  --body '{"accountEnabled":true}' --output none
object_id=$(az rest --method get --url "$graph/servicePrincipals(appId='$app_id')?\$select=id" --query id --output tsv)

echo "Variables of the GitHub environment '$environment' (none of them is a secret):"
echo "  AZURE_CLIENT_ID=$app_id"
echo "  AZURE_TENANT_ID=$(az account show --query tenantId --output tsv)"
echo "  AZURE_SUBSCRIPTION_ID=$(az account show --query id --output tsv)"
echo "Object id of the identity, for the rights and for EMULATION_DEPLOYER_PRINCIPAL_ID:"
echo "  $object_id"
