@echo off
rem A window in which `khct` can be typed.
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
echo Gõ: khct --help
cmd /k
