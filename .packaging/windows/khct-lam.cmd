@echo off
rem What a click on a plan does: khct-lam.cmd [/xem ^| /kiemtra ^| /word] FILE...
chcp 65001 >nul
setlocal disabledelayedexpansion
set "khct=%LOCALAPPDATA%\Programs\khct\khct.exe"
if exist "%~dp0khct.exe" set "khct=%~dp0khct.exe"
set "do=/xem"
if /i "%~1"=="/xem" shift
if /i "%~1"=="/kiemtra" set "do=/kiemtra" & shift
if /i "%~1"=="/word" set "do=/word" & shift
if "%~1"=="" (
    echo Hãy kéo một tệp .khct thả lên tệp này.
    goto end
)

:next
if "%~1"=="" goto end
echo == "%~nx1"
if %do%==/kiemtra "%khct%" check "%~f1"
if %do%==/word "%khct%" build -t docx "%~f1" && if not defined KHCT_QUIET start "" "%~dpn1.docx"
if %do%==/xem "%khct%" build -t html "%~f1" && if not defined KHCT_QUIET start "" "%~dpn1.html"
shift
goto next

:end
if not defined KHCT_QUIET pause
