#!/bin/sh
# What the program is linked with, as SPDX 2.3: sbom.sh PROGRAM VERSION
set -eu
cat <<S
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: khct-$2
DocumentNamespace: urn:khct:sbom:$2:$(sha256sum "$1" | cut -c 1-16)
Creator: Tool: khct-sbom
Created: 2026-01-01T00:00:00Z

PackageName: khct
SPDXID: SPDXRef-khct
PackageVersion: $2
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
PackageLicenseDeclared: MIT
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-khct
S
for library in $(readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
    file=$(ldd "$1" | awk -v l="$library" '$1 == l { print $3 }')
    package=$(dpkg-query -S "$(realpath "$file")" 2>/dev/null | head -n 1 | cut -d : -f 1 || true)
    version=$(dpkg-query -W -f '${Version}' "$package" 2>/dev/null | head -n 1 || true)
    id=$(echo "$library" | tr -c 'A-Za-z0-9.\n' '-')
    cat <<S

PackageName: ${package:-$library}
SPDXID: SPDXRef-$id
PackageVersion: ${version:-NOASSERTION}
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/${package:-$library}@${version:-0}
Relationship: SPDXRef-khct DYNAMIC_LINK SPDXRef-$id
S
done
